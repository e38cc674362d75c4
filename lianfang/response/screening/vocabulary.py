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
HERE = re.compile("(本县|县内|本地|本市区|本乡|本镇|本村)")
IN_THE_PROVINCE = re.compile("(本省|省内)")
