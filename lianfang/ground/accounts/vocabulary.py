"""What offices write in account sheets, and how surnames are read: data of parsers, not words of a screen."""
import re

NAMES = {  # column → the header we print, then what else people call it
    "name": ("姓名", "名字", "人员姓名", "name"),
    "phone": ("手机号", "手机", "手机号码", "电话", "联系电话", "联系方式", "phone"),
    "unit": ("单位", "所在单位", "单位代码", "辖区", "所属单位", "unit"),
    "role": ("角色", "岗位", "职责", "role"),
    "login": ("登录名", "账号", "用户名", "login"),
    "from_on": ("开始日期", "起始日期", "起", "from"),
    "until_on": ("结束日期", "截止日期", "终止日期", "止", "until"),
    "period": ("起止日期", "任期", "期限"),
    "answers": ("负责人", "是否负责人", "包保负责人"),
}
REQUIRED = {"name", "unit", "role"}
YES = {"是", "对", "1", "√", "✓", "y", "yes", "true"}
ROLE_WORDS = {  # what people write for a role besides its label
    "值班员": "duty_officer", "指挥部值班员": "duty_officer", "乡镇干部": "township_cadre", "街道干部": "township_cadre",
    "镇干部": "township_cadre", "村干部": "village_cadre", "社区干部": "village_cadre", "网格长": "grid_worker", "卡口": "checkpoint_post",
    "流调": "epidemiologist", "检测": "laboratory", "督查": "supervisor", "院感": "hospital", "管理员": "administrator",
}
YES_OR_NO = ["是", "否"]
TITLE = "账号"
SAMPLE = {"name": "周小川", "phone": "13800000000", "from_on": "2020-03-18", "answers": "否"}
DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
UNTIL = re.compile(r"[至到~—–]+|\s-\s")
OFFICES = re.compile(r"(?<=..)(居民委员会|村民委员会|居委会|村委会|办事处)$")
SURNAMES = {"单": "s", "仇": "q", "曾": "z", "解": "x", "查": "z", "区": "o", "盖": "g", "翟": "z", "乐": "y", "朴": "p", "缪": "m"}
