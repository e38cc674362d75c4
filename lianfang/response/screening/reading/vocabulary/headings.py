"""The words offices put into the header of a roster, for each field the best first."""

import re

EXACT: dict[str, str] = {
    "name": """
        姓名 人员姓名 本人姓名 返乡人员姓名 返乡人姓名 来返人员姓名 返回人员姓名 被隔离人姓名 管控人员姓名 居民姓名
        人员名称 名字 被排查人 返乡人员 被隔离人员 管控对象 人员 name
        """,
    "id_number": """
        身份证号 身份证号码 公民身份号码 公民身份证号码 居民身份证号 居民身份证号码 身份证 身份证件号 身份证件号码
        身份号码 证件号 证件号码 有效证件号 有效证件号码 证件编号 身份证号证件号 护照号 护照号码 id idcard idno
        idnumber
        """,
    "id_kind": "证件类型 证件种类 证件类别 证件名称 身份证件类型 身份证件种类",
    "phone": """
        手机 手机号 手机号码 本人手机 本人手机号 移动电话 本人电话 联系电话 电话 电话号码 联系方式 联系手机
        本人联系电话 本人联系方式 联系号码 联系电话手机 phone mobile tel
        """,
    "address": """
        居家隔离地址 隔离地址 隔离地点 返乡后住址 返乡后居住地址 返乡后居住地 本地住址 本地居住地址 现住址 现居住地址
        现住地址 现居住地 现家庭住址 居住地址 居住地 居住地点 家庭住址 家庭地址 家庭详细住址 详细住址 详细地址 住址
        地址 现住地 住所 address
        """,
    "registered_at": "户籍地址 户籍所在地 户籍地 户口所在地 户籍 身份证地址 身份证住址 户籍详细地址",
    "origin": """
        来源地 出发地 来自何地 从何地返回 从何地来 从何处来 何地返回 何处返回 返乡来源地 返回来源地 来源地区 来源地点
        从哪里来 从哪里返回 来自哪里 返乡前居住地 返乡前所在地 来前居住地 来自 来自地区 自何地来 始发地 起始地
        出发城市 出发地点 外出地 外出地点 外出地区 务工地 务工地点 旅居地 旅居地区 旅居史 来源国 来源国家 入境国家
        国别 何地 返乡起点 从何地返乡 自何地返乡 from origin
        """,
    "arrived_on": """
        返乡日期 返乡时间 到家日期 到家时间 到达日期 到达时间 抵达日期 抵达时间 返回日期 返回时间 来返日期 来返时间
        回乡日期 回乡时间 回村时间 返程日期 返程时间 到县日期 到县时间 抵县日期 抵县时间 入县日期 入县时间 来县日期
        来县时间 到本地日期 到本地时间 返家时间 返家日期 回家时间 回来时间 何时返回 返乡具体时间 入境日期 入境时间 arrival arrivaldate
        """,
    "exposed_on": """
        末次接触日期 末次接触时间 最后接触日期 最后接触时间 末次暴露日期 末次暴露时间 最后暴露日期 最后暴露时间
        离开疫区日期 离开疫区时间 离开武汉日期 离开武汉时间 离开湖北日期 离开湖北时间 离汉日期 离汉时间 离鄂日期
        离鄂时间
        """,
    "transport": """
        交通工具 交通方式 乘坐交通工具 乘坐交通工具及班次 交通工具及班次 返乡方式 返乡交通工具 返程方式 车次航班 车次
        航班 航班号 班次 航班车次 乘车信息 车牌号 车牌 车辆号牌
        """,
    "temperature": "体温 今日体温 当日体温 现体温 测量体温 实时体温 早体温 晚体温 上午体温 下午体温 体温情况 temperature temp",
    "symptoms": """
        症状 有无症状 是否有症状 现有症状 身体状况 健康状况 健康情况 身体情况 异常症状 有无发热咳嗽等症状 是否发热
        是否发热咳嗽 发热 咳嗽 乏力
        """,
    "colour": "健康码 健康码颜色 码色 健康码状态 健康码情况 吉祥码 吉祥码颜色 龙江健康码 山东健康码 防疫健康码 颜色",
    "sex": "性别 sex gender",
    "age": "年龄 周岁 岁数 年龄岁 age",
    "birth_on": "出生日期 出生年月日 出生年月 生日 出生时间 birthday",
    "special": "特殊情况 特殊需求 特殊人群 特殊人员 特殊困难 人员特殊情况 是否特殊人群 基础疾病 是否孕妇",
    "household": "户号 户编号 家庭编号 户籍号 户口簿号 户口本号",
    "relation": "与户主关系 和户主关系 户主关系 与户主的关系 关系",
    "remark": "备注 备注说明 情况说明 其他 其它 其他情况 需要说明的情况 说明 remark note",
}

# The pieces an address may be cut into, and what to put after a bare number.
ADDRESS_PARTS: dict[str, str] = {
    "乡镇": "", "镇": "", "乡": "", "街道": "", "乡镇街道": "", "镇街": "", "镇街道": "", "所属乡镇": "", "所在乡镇": "",
    "村": "", "社区": "", "村社区": "", "村屯": "", "行政村": "", "村居": "", "所属村": "", "所在村": "", "所属社区": "", "所在社区": "",
    "自然村": "", "自然屯": "", "屯": "", "组": "组", "村组": "组", "小组": "组", "小区": "", "小区名称": "", "所在小区": "",
    "楼栋": "栋", "楼号": "号楼", "栋": "栋", "幢": "幢", "栋号": "栋", "楼": "号楼", "单元": "单元", "单元号": "单元", "楼层": "层",
    "房号": "室", "室": "室", "房间号": "室", "门牌": "号", "门牌号": "号", "门牌号码": "号",
}  # fmt: skip
# Columns about somebody else or about the form, and the ones a correction sheet adds.
NOT_THE_PERSON = re.compile(
    "包保|包联|网格|楼长|楼栋长|单元长|责任|负责|领导|干部|民警|医生|医护|司机|驾驶|家长|监护|紧急|陪同|同行|同住|随访|单位|学校"
    "|填表|填报|填写|审核|登记人|登记时间|登记日期|报告人|报送|上报|(?<!被)排查人|排查时间|排查日期|摸排|联系人姓名|联系人$"
    "|采样|检测|核酸|管控措施|解除|隔离(开始|结束|起|止)|期满|满14天|线索|渠道|信息来源|数据来源|序号|^编号$|^原表$|^原行号$|^问题$|^怎么改$"
)

# Asked in this order where no exact word fits.
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("id_kind", re.compile("(证件|身份证).*(类型|种类|类别|名称)")),
    ("colour", re.compile("健康码|码色|祥码|[^号]码.*颜色")),
    ("temperature", re.compile("体温(?!.*(时间|日期))")),
    ("birth_on", re.compile("出生(?!地)|生日")),
    ("exposed_on", re.compile("(末次|最后|最近).*(接触|暴露)|(离开|离汉|离鄂).*(日期|时间)")),
    ("transport", re.compile("交通|车次|航班|班次|乘坐|车牌|(返|回|来|出行).*方式")),
    ("arrived_on", re.compile("^(?!.*(离|解除|测|出发|离开|打工|外出)).*(返|到|抵|回|来|入).*(日期|时间|日)$")),
    ("household", re.compile("^户(编)?号$")),
    ("relation", re.compile("户主.*关系")),
    ("registered_at", re.compile("户籍|户口|身份证(住|地)址")),
    ("id_number", re.compile("身份证|证件号|身份号|护照")),
    (
        "origin",
        re.compile("^(?!.*(时间|日期|有无|是否)).*(出发|来源|始发|何地|何处|哪里来|旅居|务工地|外出地|来自|返乡前|入境前|国别|起始地)"),
    ),
    ("phone", re.compile("手机|电话|联系方式|联系号码")),
    ("symptoms", re.compile("^(?!.*接触).*(症状|发热|发烧|咳嗽|乏力|健康(状|情)况|身体(状|情)况)")),
    ("address", re.compile("^(?!.*(单位|工作|外地|学校)).*(住址|地址|居住地|现住|常住|住所|住处|门牌|隔离地|隔离场所)")),
    ("special", re.compile("特殊(人|情|需|困)|孕妇|基础(疾)?病")),
    ("sex", re.compile("性别")),
    ("age", re.compile("年龄|周岁")),
    ("name", re.compile("姓名")),
    ("remark", re.compile("备注")),
)
LAST_CHOICE = {"户主姓名": "name", "户主": "name", "固定电话": "phone", "家庭电话": "phone", "座机": "phone"}

WORDS: dict[str, tuple[str, int]] = {word: (name, rank) for name, words in EXACT.items() for rank, word in enumerate(words.split())}
FIELDS = tuple(EXACT)
JOINED = ("address", "origin", "symptoms", "temperature")  # fields that several columns may make up together

SPLIT = "："  # between the two lines of a header, once they are written as one

ADDED = ("原表", "原行号", "问题", "怎么改")  # the columns of a correction sheet
ANSWERED = ("核查结果", "核查单位", "核查时间", "最近一次核查")  # the columns of a list of leads that goes back
CORRECTION, CORRECTION_OF_YEAR = "更正表", "更正表（{year}年）"

# The first cell of a row that is no person: totals, and the lines offices put below a table.
ASIDE = re.compile(
    "(合计|小计|总计|共计|总数|汇总|累计|本页合计|本页小计).{0,8}|共(有)?[0-9一二三四五六七八九十百千]+(人|名|条|行|户).{0,8}"
    "|(注|备注|说明|填表|填报|制表|审核|负责人|单位|经办|统计|截止|截至|联系人|盖章|日期|报送)[^:：]{0,12}[:：].*"
)
TOTALS = frozenset(["合计", "小计", "总计", "共计", "总数", "汇总", "累计"])
EXAMPLE = re.compile("^(示例|样例|范例|例如|例[:：])")
