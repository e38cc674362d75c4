"""The fields of a roster and the codes of its faults in words, for those who look at them."""
from django.utils.translation import gettext_lazy as _

FIELDS = {
    "name": _("姓名"), "id_number": _("证件号"), "id_kind": _("证件类型"), "phone": _("电话"), "address": _("住址"),
    "registered_at": _("户籍地"), "origin": _("来源地"), "arrived_on": _("到达日期"), "exposed_on": _("末次接触日期"),
    "transport": _("交通工具"), "temperature": _("体温"), "symptoms": _("症状"), "colour": _("健康码"), "sex": _("性别"), "age": _("年龄"),
    "birth_on": _("出生日期"), "special": _("特殊情况"), "household": _("户号"), "relation": _("与户主关系"), "remark": _("备注"),
}
JOINED = ("address", "origin", "symptoms", "temperature")  # what several columns may say together
CODES = {
    "name_missing": _("没有姓名"), "id_missing": _("没有证件号"), "id_precision_lost": _("证件号丢了尾数"),
    "id_length": _("证件号位数不对"), "id_checksum": _("证件号校验不过"), "phone_precision_lost": _("电话丢了尾数"),
    "phone_length": _("电话位数不对"), "date_impossible": _("日期不可能"), "date_ahead": _("日期在判定日之后"),
    "date_long_ago": _("日期太久以前"), "temperature_unlikely": _("体温不可能"),
    "duplicate_in_file": _("文件里重复"), "address_unknown": _("住址对不上"), "name_differs": _("同证异名"),
}
COLOURS = {"green": _("绿码"), "yellow": _("黄码"), "red": _("红码"), "none": _("无码")}
