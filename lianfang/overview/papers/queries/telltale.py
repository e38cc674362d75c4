"""What words that go out may not say: a count that somebody typed, a name, a number of somebody."""
import re

from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.registers.people.models import Person
from lianfang.registers.people.typed.telling import numbers_in

from .filled import MARK

UNITS = "人次|人|位|家|例|户|件|车次|辆|名|份|管|起|处|个(?!小时|工作日|月)|%|％|‰"
COUNTED = re.compile(rf"[0-9０-９][0-9０-９,，.．]*\s*[万千百余多]*\s*(?:{UNITS})|[〇零一二两三四五六七八九十百千万]+\s*(?:例|人次|名)"
                     "|百分之[〇零一二三四五六七八九十百]+")
HAN = re.compile(r"[\u4e00-\u9fff·]+")
SHORTEST, LONGEST, AT_ONCE = 2, 8, 500


def tales_in(words) -> list[str]:
    """Each in a sentence, with the mend; nothing where the words may go out."""
    bare = MARK.sub("，", words)
    found = [_("“{said}”是手工写的数；数只能从统计台账来，请写成【指标】。").format(said=one[0]) for one in COUNTED.finditer(bare)]
    found += [_("写了证件号或电话“{number}”，请删掉。").format(number=number[:3] + "…") for number in numbers_in(bare)]
    found += [_("写了“{name}”，和名册里一个人的姓名一样，请删掉或换个说法。").format(name=name[:1] + "…") for name in _names_in(bare)]
    return list(dict.fromkeys(found))


@everything()
def _names_in(text) -> list[str]:
    """Names of people on the rolls that stand in a text."""
    sizes = range(SHORTEST, LONGEST + 1)
    said = sorted({run[n:n + size] for run in HAN.findall(text) for size in sizes for n in range(len(run) - size + 1)})
    found: set[str] = set()
    for first in range(0, len(said), AT_ONCE):
        found.update(Person.objects.filter(name__in=said[first:first + AT_ONCE]).values_list("name", flat=True))
    return sorted(found)
