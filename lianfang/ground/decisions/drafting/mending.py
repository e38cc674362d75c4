"""What is wrong with a cell, said with its row, its column as a spreadsheet calls it, and what may stand there instead."""
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import registry
from ..evaluator.faults import Fault
from ..words.labels import Labels
from ..words.wording import FAULTS

MENDS = {
    "bad_width": gettext_lazy("请对齐列名：多的格子删掉，少的补上。"),
    "example_width": gettext_lazy("请对齐列名：多的格子删掉，少的补上。"), "no_clause": gettext_lazy("请把“document”“clause”两格写上。"),
    "bad_period": gettext_lazy("止日要在起日之后，写成 2020-03-18，- 表示不限。"),
    "too_many_days": gettext_lazy("请改小；确有文件的，先改“期限上限表”。"),
    "too_few_days": gettext_lazy("请改大；确要改小的，先改措施表。"),
    "no_example": gettext_lazy("请添一个由这一行回答的示例。"),
    "outside_area": gettext_lazy("请改辖区、起日、止日，或者留空（-）。"),
    "example_fails": gettext_lazy("规则没错就改示例，示例没错就改规则。"),
    "unreachable": gettext_lazy("请把它移到前面，或者删掉。"), "tie": gettext_lazy("请改辖区或起日。"),
    "other_columns": gettext_lazy("列名和类型两行请照原表。"),
}
KINDS = (
    ("number", gettext_lazy("数字，如 37.3、>=37.3、14..20")), ("days since", gettext_lazy("天数，如 14、>14、0..7；不知道写 unknown")),
    ("day", gettext_lazy("日期，如 2020-03-18")), ("code", gettext_lazy("小写字母、数字和下划线组成的代号，如 dengue")),
    ("place", gettext_lazy("区划代码或两个大写字母的国家代码")),
    ("result wholes", gettext_lazy("几个整数，用 ; 分开，如 1;4;7")), ("result whole", gettext_lazy("一个整数")),
    ("result time", gettext_lazy("钟点，如 08:30")), ("unit", gettext_lazy("本县单位的区划代码，- 表示整个辖区")),
    ("columns", gettext_lazy("列名，用 ; 分开")),
)
ONE_OF, SOME_OF = "one of ", "some of "


def sentence(fault: Fault, table=None) -> str:
    """A fault as a sentence: row, column with its letter, and what may stand there instead."""
    said = str(FAULTS[fault.code]).format(row=fault.row, column=named(fault.column, table), says=fault.says)
    return f"{said}{mend(fault, table)}"


def named(columns, table) -> str:
    """天数 days（F列）: each column in words, by its code, and as a spreadsheet calls it."""
    labels = registry.shipped(table.name).labels if table and table.name in registry.names() else Labels()
    words = [(labels.of(one) if labels.has(one) else one, one) for one in columns.split(", ")]
    return ", ".join((one if said == one else f"{said} {one}") + letter(one, table) for said, one in words)


def letter(column, table) -> str:
    """（D列）: how a spreadsheet calls the column; nothing where it has none."""
    names = list(getattr(table, "columns", ()))
    if column not in names:
        return ""
    n, found = names.index(column) + 1, ""
    while n:
        n, left = divmod(n - 1, 26)
        found = chr(65 + left) + found
    return _("（{letter}列）").format(letter=found)


def mend(fault: Fault, table=None) -> str:
    """What to write instead, where the column says what it takes."""
    if fault.code in MENDS:
        return str(MENDS[fault.code])
    kind = getattr(table, "columns", {}).get(fault.column, "")
    return _("请写：{may}。").format(may=writable(kind)) if kind and fault.code in ("bad_cell", "bad_example") else ""


def codes(kind) -> list[str]:
    """The codes of a column that has a closed list of them; none where it takes something else."""
    base, _sign, others = kind.removeprefix("result ").partition(" or ")
    if base != "yes/no" and not base.startswith((ONE_OF, SOME_OF)):
        return []
    listed = "yes|no" if base == "yes/no" else base.removeprefix(ONE_OF).removeprefix(SOME_OF)
    return [code for code in f"{listed}|{others}".split("|") if code]


def writable(kind) -> str:
    """What a column of a kind takes, in words."""
    if listed := codes(kind):
        between = "" if kind.startswith("result") else _("（几个用 | 分开，! 表示除外，- 表示不限）")
        return _("、").join(listed) + (_("（几个用 ; 分开）") if SOME_OF in kind else between)
    others = kind.partition(" or ")[2]
    words = next((str(words) for begins, words in KINDS if kind.startswith(begins)), _("字"))
    return words + (_("，或 {others}").format(others=_("、").join(others.split("|"))) if others else "")
