"""What in a trajectory would tell who somebody is: names, numbers, doors, ages finer than the band, sex and village where few live."""
import re

from django.utils.translation import gettext as _

from lianfang.ground.days import day_of
from lianfang.ground.units.queries import above
from lianfang.registers.people.typed.telling import numbers_in
from lianfang.response.tracing import queries as tracing

from .drafting import allowed

DOOR = re.compile(r"\d+\s*(?:号楼|栋|幢|单元|室|户|门(?!诊))|\d+号院?(?![线路楼])|门牌")
AGE = re.compile(r"(\d+)\s*[—–-]?\s*(\d+)?\s*(?:岁|周岁)")
SEX = re.compile(r"男(?!装|鞋)|女(?!装|鞋)|先生|女士")


def told_tales(case, texts, at) -> list[str]:
    """What may not be said in these texts, each with why and how to mend it; nothing where they may go out."""
    whole, on = "\n".join(texts), day_of(at)
    rule = allowed(case, on)
    found = [_("写了姓名“{name}”，请删掉。").format(name=name) for name in (case.person.name, *tracing.names_around(case.pk))
             if name and name in whole]
    found += [_("写了证件号或电话“{number}”，请删掉。").format(number=number) for number in numbers_in(whole)]
    found += [_("写了门牌、楼栋“{door}”，只能写到小区或乡镇，请改。").format(door=door) for door in DOOR.findall(whole)]
    found += [_("年龄“{age}”写得太细，{how}。").format(age=said[0].strip(), how=_how(rule)) for said in AGE.finditer(whole)
              if not _is_band(said, rule)]
    if rule["sex"] == "hidden" and (said := SEX.search(whole)):
        found.append(_("他住的村（社区）人少，写性别“{word}”会让人认出来，请删掉。").format(word=said[0]))
    home = above(case.unit, "village")
    if rule["home"] != "village" and home and home.level == "village" and home.name in whole:
        found.append(_("他住的“{place}”人少，写出来会让人认出本人，只能写到乡镇，请改。").format(place=home.name))
    return list(dict.fromkeys(found))


def _how(rule) -> str:
    return _("按 {n} 岁一段写").format(n=rule["age_band"]) if rule["age_band"] else _("这里不写年龄，请删掉")


def _is_band(said, rule) -> bool:
    """Whether an age is a band as wide as may be said."""
    if not rule["age_band"] or said[2] is None:
        return False
    return int(said[2]) - int(said[1]) + 1 >= rule["age_band"]
