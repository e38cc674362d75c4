"""Faults and doubts in words, for the person who must mend them."""
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

FAULTS = {
    "no_rows": gettext_lazy("表里没有规则：第1行是列名，第2行是类型，第3行起是规则。"),
    "bad_header": gettext_lazy("第1行的列名和第2行的类型对不上。"),
    "missing_column": gettext_lazy("缺“{column}”这一列。"),
    "bad_type": gettext_lazy("“{column}”列的类型“{says}”读不懂。"),
    "no_result": gettext_lazy("没有结果列：类型要以 result 开头。"),
    "bad_width": gettext_lazy("第{row}行的格数和列数不一样。"),
    "bad_cell": gettext_lazy("第{row}行“{column}”里的“{says}”读不懂。"),
    "too_many_days": gettext_lazy("第{row}行“{column}”超过上限：{says}。"),
    "too_few_days": gettext_lazy("第{row}行“{column}”比措施表里已有的天数少：{says}。"),
    "no_clause": gettext_lazy("第{row}行没有写依据的文件和条款。"),
    "bad_period": gettext_lazy("第{row}行的起止日不对。"),
    "other_columns": gettext_lazy("{says} 的列和原表不一样。"),
    "outside_area": gettext_lazy("第{row}行的辖区或日期超出这一版的范围。"),
    "example_column": gettext_lazy("示例里的“{column}”列不是这张表的，或者缺这一列。"),
    "bad_example": gettext_lazy("示例第{row}行“{column}”里的“{says}”读不懂。"),
    "example_width": gettext_lazy("示例第{row}行的格数和列数不一样。"),
    "example_fails": gettext_lazy("示例第{row}行“{says}”不符：{column}。"),
    "no_example": gettext_lazy("第{row}行没有示例。"),
    "tie": gettext_lazy("第{row}行和 {says} 分不出先后：同一辖区、同一天起，而结果不同。"),
    "unreachable": gettext_lazy("第{row}行永远轮不到：先被第{says}行挡住。"),
    "no_label": gettext_lazy("“{column}”的“{says}”没有中英文名称。"),
}
DOUBTS = {
    "missing": gettext_lazy("没有给“{name}”"),
    "malformed": gettext_lazy("“{name}”写法不对"),
    "after_on": gettext_lazy("“{name}”在判定日之后"),
    "no_row": gettext_lazy("没有一行规则适用"),
}


def doubts(ruling, labels) -> list[str]:
    """Why a person must look."""
    said = [str(DOUBTS[reason]).format(name=labels.of(name) if name else "") for name, reason in ruling.doubts]
    return said or ([_("这一行规则要求由人复核")] if ruling.manual_review else [])
