"""Words of origins, special needs and remarks, and the code each stands for; the first that fits."""
import re

SPECIAL = (
    ("pregnant", re.compile("孕|产妇|待产|哺乳")),
    ("disabled", re.compile("残|盲|聋|瘫|失能|自理")),
    ("ill", re.compile("病|癌|瘤|透析|卧床|术后|心脏|化疗|高血压")),
    ("elderly", re.compile("老人|老年|高龄|独居|孤寡")),
    ("child", re.compile("儿童|婴|幼|小孩|孩子")),
)
NOTHING = re.compile("|无|没有|否|不是|正常|/|-|—")
WORKER = re.compile("复工|返岗|务工|企业|工地|上班")

# What a blank roster offers: header, width, choices, and the sample row.
COLOURS = ("绿码", "黄码", "红码", "无码")
BLANKS = {
    "returnees": (
        ("姓名", 12, None, "周明远"), ("证件类型", 10, ("身份证", "护照", "通行证"), "身份证"),
        ("身份证号", 22, None, "220722199001010013"), ("联系电话", 14, None, "13900000001"),
        ("现住址", 30, None, "红旗小区3栋2单元401"), ("来源地", 18, None, "湖北武汉"),
        ("返乡日期", 14, None, "2020-03-08"), ("末次接触日期", 14, None, "2020-03-07"), ("交通工具及班次", 16, None, "G399"),
        ("体温", 8, None, "36.5"), ("有无症状", 12, ("无", "发热", "咳嗽", "咽干"), "无"), ("健康码", 8, COLOURS, "绿码"),
        ("特殊情况", 12, ("无", "孕妇", "残疾", "患病", "独居老人", "儿童"), "无"), ("备注", 20, None, ""),
    ),
    "residents": (
        ("姓名", 12, None, "周明远"), ("身份证号", 22, None, "220722199001010013"), ("性别", 6, ("男", "女"), "男"),
        ("联系电话", 14, None, "13900000001"), ("现住址", 30, None, "红旗小区3栋2单元401"), ("户号", 10, None, "12"),
    ),
    "leads": (
        ("姓名", 12, None, "周明远"), ("身份证号", 22, None, ""), ("联系电话", 14, None, "13900000001"), ("来源地", 18, None, "湖北武汉"),
        ("返乡日期", 14, None, "2020-03-08"), ("备注", 20, None, ""),
    ),
}
