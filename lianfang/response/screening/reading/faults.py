"""The faults a row may have, in the order they are looked for, each with a sentence that says what is wrong and how to mend it."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from lianfang.registers.people.typed import wording

CODES = (
    "name_missing",
    "id_missing",
    "id_precision_lost",
    "id_length",
    "id_checksum",
    "phone_precision_lost",
    "phone_length",
    "date_impossible",
    "date_ahead",
    "date_long_ago",
    "temperature_unlikely",
    "duplicate_in_file",
)


def message(code: str, detail: str = "") -> str:
    """The sentence for a fault; `detail` is a count, a kind of mistake or the words of the cell, never somebody's number."""
    return SENTENCES[code](detail)


def _id_missing(detail: str) -> str:
    if detail == "leads":
        return _("身份证号和电话都没有；请至少补上一项。")
    return _("没有身份证号；请补上。")


def _duplicate(detail: str) -> str:
    return _("与{place}是同一个人；请删去重复的一行，或改正写错的号码。").format(place=detail)


SENTENCES: dict[str, Callable[[str], str]] = {
    "name_missing": lambda _detail: _("没有姓名；请补上。"),
    "id_missing": _id_missing,
    "id_precision_lost": lambda _detail: _("身份证号被 Excel 当成了数字，后几位已经丢失；请把这一格设为文本，重新填写 18 位号码。"),
    "id_length": lambda detail: _("身份证号有 {count} 位，应为 18 位（旧证 15 位）；请改正，护照或通行证请在“证件类型”一列写明。").format(
        count=detail
    ),
    "id_checksum": wording.id_checksum,
    "phone_precision_lost": lambda _detail: _("电话被写成了科学计数，后几位已经丢失；请把这一格设为文本，重新填写 11 位手机号。"),
    "phone_length": wording.phone_length,
    "date_impossible": lambda detail: _("“{words}”不是一个可能的日期；请写成 2020-01-31 的样子。").format(words=detail),
    "date_ahead": lambda detail: _("{day}晚于名册的判定日；请核对年份和日期，人还没到的到了再报。").format(day=detail),
    "date_long_ago": lambda detail: _("{day}离判定日太久；请核对年份和日期，不清楚就空着，由人核实。").format(day=detail),
    "temperature_unlikely": lambda detail: _("体温“{words}”不可能；请改正，例如 36.8。").format(words=detail),
    "duplicate_in_file": _duplicate,
}


def place(sheet: str, row: int) -> str:
    """Where a row stands, in words."""
    return _("“{sheet}”第 {row} 行").format(sheet=sheet, row=row)
