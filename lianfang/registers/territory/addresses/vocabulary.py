"""The words of addresses as people write them: patterns only, no meaning."""
import re

DIGITS = {**{c: n for n, c in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
HAN_NUMBER = "零〇一二两三四五六七八九十百"
NUMBER = rf"(?:[0-9]{{1,5}}[A-Z]?|[A-Z][0-9]{{0,4}}|[{HAN_NUMBER}]{{1,5}})"
SIDE = "[东西南北中甲乙丙丁]"

BUILDING = rf"第?(?P<building>{NUMBER})(?:号?楼栋|号楼|号栋|号座|栋楼?|幢楼?|座|#楼?|(?P<bare>楼))"
STAIR = rf"第?(?P<stair>{NUMBER}|{SIDE})(?:单元|门洞|梯|门(?!牌))"
FLOOR = rf"第?(?P<floor>{NUMBER})(?:层|楼)"
END = r"(?:号室|号房|号门|室|号|户|房)?"
DOOR = rf"(?:(?P<door>[A-Z]?[0-9]{{1,5}}[A-Z]?){END}|(?P<door_han>[{HAN_NUMBER}]{{1,5}})(?:号室|号房|室|号|户|房))"
BUILDING_ENDS = ("楼", "公寓", "大厦", "宿舍", "宾馆", "酒店", "招待所")
HEAD = r"(?P<head>.*?)"

# 红旗小区3栋2单元401、向阳街12号楼3门502、A座1203、3栋2-401、3栋2单元4层1号
BLOCK = re.compile(rf"{HEAD}{BUILDING}-?(?:(?:{STAIR}|(?P<stair_dash>{NUMBER})-)-?)?(?:{FLOOR}-?)?{DOOR}")
# 3-2单元401
MIXED = re.compile(rf"(?P<head>|.*?[^0-9A-Z-])(?P<building>{NUMBER})-{STAIR}-?(?:{FLOOR}-?)?{DOOR}")
# 5-2-401、红旗小区5-2-401室
THREE = re.compile(rf"(?P<head>|.*?[^0-9A-Z-])(?P<building>{NUMBER})-(?P<stair>{NUMBER})-(?P<door>[0-9]{{1,5}}[A-Z]?){END}")
# 红旗小区5-401
TWO = re.compile(rf"(?P<head>|.*?[^0-9A-Z-])(?P<building>{NUMBER})-(?P<door>[0-9]{{3,5}}[A-Z]?)(?:号?室|号?房)?")
# 2单元401
STAIR_ONLY = re.compile(rf"{STAIR}-?(?:{FLOOR}-?)?{DOOR}")
# 教师公寓2单元301
NAMED = re.compile(rf"(?P<head>.+(?:{'|'.join(BUILDING_ENDS)})){STAIR}-?(?:{FLOOR}-?)?{DOOR}")
# 东胡同7号、和平村12号、第三组25号、东胡同7-1号、7号院附2号
LANE = re.compile(rf"(?P<head>.+?)(?P<door>[0-9]{{1,5}}[A-Z]?|[{HAN_NUMBER}]{{1,5}})(?:[-之](?P<annex>[0-9]{{1,3}}))?"
                  r"(?:号院|号门|号户|门牌号?|号|户|院)(?:附(?P<attached>[0-9]{1,3})号?)?")
# 教师公寓301、和平村12
BARE = re.compile(r"(?P<head>.*[^0-9A-Z-])(?P<door>[0-9]{1,5}[A-Z]?)(?P<end>号?室|号?房)?")
# 401、401室
DOOR_ONLY = re.compile(DOOR)

LANE_ENDS = ("巷", "胡同", "街", "路", "道", "组", "屯", "村", "队", "弄", "里", "条", "排", "庄", "营", "堡", "寨", "坊")
GENERIC = ("小区", "社区", "花园", "家园", "新村", "新区", "大院", "家属院", "村", "院")
STREET = re.compile(r"(?P<street>.+?(?:路|街|巷|大道)[0-9]{1,5}号)(?P<rest>.*[^0-9A-Z].*)")
COUNTED = re.compile(rf"第?([0-9]{{1,4}}|[{HAN_NUMBER}]{{1,5}})(组|队|社|排|巷|弄|条|期|区)")
BUILDING_NAME = re.compile(rf"{HEAD}{BUILDING}|(?P<plain>{NUMBER})")
STAIR_NAME = re.compile(rf"{STAIR}|(?P<plain>{NUMBER})")

COMMITTEE = re.compile(r"(?P<stem>.+?)(?:(?P<town>居民委员会|居委会)|村民委员会|村委会)")
COMMUNITY = ("社区", "村")
DASHES = str.maketrans({**dict.fromkeys("—–―‐‑‒−_~～/／﹣－─", "-"), **dict.fromkeys(" \t\u3000,，、。.·;；:：()（）[]【】“”\"'", None)})

BUILDING_WORD, LETTERED_WORD, STAIR_WORD, LANE_WORD = "{}号楼", "{}座", "{}单元", "{}号"
NOWHERE = "户"
SERIES = re.compile(r"([0-9]{1,3})\s*[-~—至到]\s*([0-9]{1,3})(\D*)")
ADDRESS_HEADERS = ("地址", "住址", "家庭住址", "现住址", "详细地址", "居住地址", "现居住地址", "门牌", "门牌号", "房号")
POSITION_HEADERS = {"place": ("地方", "单位", "小区", "楼栋", "名称", "地址", "place"), "latitude": ("纬度", "北纬", "latitude", "lat"),
                    "longitude": ("经度", "东经", "longitude", "lon", "lng")}
# What a feature of a border file calls its unit, as offices and tools write it.
BORDER_NAMES = ("name", "NAME", "Name", "名称", "乡镇", "XZQMC")
BORDER_CODES = ("code", "CODE", "adcode", "区划代码", "XZQDM")
