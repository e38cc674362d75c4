"""The words of result sheets: their 35 columns, what else these are called, and how results, kinds and groups are written."""

# The columns usual in national result sheets (verify against the county's own form); those with a field are read, no others are kept.
COLUMNS = [
    ("序号", ""), ("姓名", "name"), ("证件类型", "id_kind"), ("证件号码", "id_number"), ("性别", ""), ("年龄", ""), ("出生日期", ""),
    ("国籍", ""), ("民族", ""), ("联系电话", "phone"), ("户籍地址", ""), ("现住省", ""), ("现住市", ""), ("现住县（区）", ""),
    ("现住乡镇（街道）", ""), ("现住村（社区）", ""), ("详细地址", ""), ("工作单位", ""), ("职业", ""), ("人群分类", "reason"),
    ("检测类别", "class"), ("采样点", ""), ("采样时间", "taken_at"), ("采样人员", ""), ("标本类型", ""), ("采样方式", "kind"),
    ("混采人数", "places"), ("采样管编号", "tube"), ("标本编号", ""), ("送检单位", ""), ("接收时间", ""), ("检测机构", "laboratory"),
    ("检测时间", ""), ("检测结果", "outcome"), ("报告时间", ""),
]
ALSO = {
    "name": ["受检者姓名", "被采样人", "患者姓名"], "id_number": ["身份证号", "身份证号码", "身份证", "证件号"], "id_kind": ["证件种类"],
    "phone": ["手机号", "手机", "电话", "联系方式"], "taken_at": ["采样日期时间", "采集时间", "标本采集时间"],
    "tube": ["试管编号", "管码", "条码号", "采样管条码"], "kind": ["单混采", "采集方式"], "places": ["混采数", "混检人数"],
    "laboratory": ["检测单位", "检测实验室"], "outcome": ["结果", "核酸结果", "核酸检测结果", "检测结论"],
    "reason": ["人员类别", "检测人群"],
}
OUTCOMES = {
    "negative": ["阴性", "阴", "阴性（-）", "-", "未检出", "negative"],
    "positive": ["阳性", "阳", "阳性（+）", "+", "检出", "positive"],
    "grey": ["可疑", "灰区", "单靶标阳性", "单阳", "待复检", "弱阳性", "suspicious"],
    "invalid": ["无效", "标本不合格", "不合格", "invalid"],
}
POOLED = ("混采", "混检", "混管", "5混1", "10混1", "20混1", "五混一", "十混一")
GROUPS = {
    "fever_clinic": ["发热门诊", "急诊"], "contact": ["密切接触者", "密接", "次密接", "密接的密接"],
    "key_area": ["重点区域", "封控区", "管控区"],
    "test_day": ["隔离人员", "居家隔离", "集中隔离", "健康监测"], "voluntary": ["愿检尽检", "愿检", "自愿"],
}
