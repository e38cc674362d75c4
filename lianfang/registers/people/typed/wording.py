"""What is wrong with a number somebody typed, in one sentence that says how to mend it; never the number itself."""
from django.utils.translation import gettext as _


def wrong_id(code: str, detail: str, kind: str) -> str:
    """The sentence for a fault of `identity.read` where a form asks for a document of some kind."""
    if code == "id_checksum":
        return id_checksum(detail)
    if code == "id_precision_lost":
        return _("这个号码的后几位丢了，多半是从 Excel 里抄来的；请对照证件填写。")
    if kind == "id_card":
        return _("身份证号有 {count} 位，应为 18 位（旧证 15 位）；不是身份证的，请先选“证件类型”。").format(count=detail)
    return _("证件号有 {count} 位，应为 5 到 20 位字母和数字；请对照证件改正。").format(count=detail)


def wrong_phone(code: str, detail: str) -> str:
    """The sentence for a fault of `phones.read` in a form."""
    return phone_length(detail) if code == "phone_length" else _("电话后几位丢了；请重新填写 11 位手机号。")


def id_checksum(detail: str) -> str:
    """A number of the right length that no card bears; `detail` says which part of it."""
    if detail == "birth":
        return _("身份证号里的出生日期不存在；请对照证件改正。")
    if detail == "letters":
        return _("身份证号里有不该有的字符；请对照证件改正。")
    return _("身份证号的校验位不符，多半抄错了一位；请对照证件改正。")


def phone_length(detail: str) -> str:
    """Too few or too many digits."""
    return _("电话有 {count} 位，手机号应为 11 位、以 1 开头；请改正，没有手机请留空。").format(count=detail)
