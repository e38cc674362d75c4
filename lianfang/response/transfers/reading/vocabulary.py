"""What the columns of another county's list are called, and the kinds of people in it."""
import re

from django.utils.translation import gettext_lazy as _

from lianfang.ground.sheets.headings import squeezed

FIELDS = ("name", "kind", "id_number", "phone", "address", "place", "exposed_on", "of_case", "onset_on", "diagnosed_on")
DAYS = ("exposed_on", "onset_on", "diagnosed_on")
WORDS = {"name": _("姓名"), "kind": _("类别"), "id_number": _("身份证号"), "phone": _("手机号"), "address": _("现住址"),
         "place": _("村（社区）"), "exposed_on": _("末次接触日期"), "of_case": _("对方病例编号"),
         "onset_on": _("发病日期"), "diagnosed_on": _("诊断日期")}
CALLED = {
    "name": ("姓名", "名字", "人员姓名", "患者姓名", "密接姓名", "name"),
    "kind": ("类别", "人员类别", "类型", "人员类型", "风险类别", "kind"),
    "id_number": ("身份证号", "身份证", "身份证号码", "证件号", "证件号码", "idnumber"),
    "phone": ("手机号", "手机", "电话", "联系电话", "手机号码", "phone"),
    "address": ("现住址", "住址", "地址", "详细地址", "现居住地址", "address"),
    "place": ("村社区", "村", "社区", "village"),
    "exposed_on": ("末次接触日期", "末次接触", "最后接触日期", "末次接触时间", "lastcontact", "exposedon"),
    "of_case": ("对方病例编号", "病例编号", "关联病例", "指示病例", "传染源编号", "ofcase"),
    "onset_on": ("发病日期", "发病时间", "onset", "onseton"),
    "diagnosed_on": ("诊断日期", "诊断时间", "确诊日期", "diagnosedon"),
}
KNOWN = {squeezed(word): field for field, words in CALLED.items() for word in words}
KIND_WORDS = {squeezed(word): kind for kind, words in {
    "case": ("病例", "确诊病例", "确诊", "无症状感染者", "阳性", "case"),
    "close": ("密接", "密切接触者", "密切接触", "close", "close contact"),
    "second": ("次密接", "密接的密接", "次密", "second"),
    "general": ("一般接触者", "一般接触", "general"),
}.items() for word in words}
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")
