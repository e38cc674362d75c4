"""What is wrong with a row of the sheet, and how to mend it."""
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

MENDS = {
    "name_missing": _("没有姓名，请填上。"),
    "name_long": _("姓名太长，最多 80 个字。"),
    "phone_missing": _("手机号和登录名都没有，请至少填一个。"),
    "phone_length": _("手机号不是 1 开头的 11 位数字，请核对。"),
    "phone_precision_lost": _("手机号被 Excel 变成了科学计数，请把这一列设成文本，重新填。"),
    "phone_taken": _("这个手机号已是另一个人的账号；同一个人请把姓名写成一样，不同的人请另填登录名。"),
    "login_form": _("登录名要用小写字母开头，只含字母、数字、点、横线，3 到 40 位。"),
    "login_taken": _("这个登录名已是另一个人的，请换一个或留空。"),
    "role_missing": _("没有角色，请从下拉列表里选。"),
    "role_unknown": _("没有这个角色，请从下拉列表里选。"),
    "unit_missing": _("没有单位，请填代码、名称或“街道/社区/网格”。"),
    "unit_unknown": _("找不到这个单位，请核对名称，或写成“街道/社区/网格”。"),
    "unit_ambiguous": _("有好几个单位叫这个名字，请写成“街道/社区/网格”。"),
    "unit_outside": _("这个单位不在您的辖区里，请交给管它的单位来填。"),
    "role_too_wide": _("这个角色不能放在这么大的单位上，请填更小的单位。"),
    "role_not_yours": _("这个角色的权限比您自己的大，请交给上一级来填。"),
    "account_elsewhere": _("这个人的账号归别的单位管，请交给他们或上一级来填。"),
    "account_closed": _("这个人的账号已停用，请先恢复再导入。"),
    "date_impossible": _("日期读不懂，请写成 2020-03-18 这样。"),
    "dates_reversed": _("结束日期早于开始日期，请核对。"),
    "duplicate_in_file": _("和前面的一行重复，请删去一行。"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One row that is not taken over: where, what, how to mend it."""

    sheet: str
    row: int
    column: str
    code: str

    @property
    def message(self) -> str:
        """What is wrong and how to mend it."""
        return str(MENDS[self.code])

    def as_dict(self) -> dict:
        """For --json."""
        return {"sheet": self.sheet, "row": self.row, "column": self.column, "code": self.code, "message": self.message}


class Wrong(Exception):
    """Raised where a cell is read; names the column and the fault."""

    def __init__(self, column, code):
        super().__init__(code)
        self.column, self.code = column, code

    @property
    def message(self) -> str:
        """What is wrong and how to mend it."""
        return str(MENDS[self.code])
