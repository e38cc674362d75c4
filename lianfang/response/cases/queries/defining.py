"""What the case definition of a day asks about a disease, and what it makes of the answers, in plain words."""
from dataclasses import dataclass, field

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lianfang.ground import decisions

from ..models import CLASSES
from ..models.assessment import TESTS

PARTS = ("epi", "clinical")
RESULTS = ("suspected", "clinical", "confirmed", "carrier", "ruled_out")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: items by part, whether there is any symptom, tests by name, consecutive negatives at least a day apart."""

    epi: tuple = ()
    clinical: tuple = ()
    symptoms: str = "no"
    tests: dict = field(default_factory=dict)
    negatives: int = 0

    def as_kept(self) -> dict:
        """As JSON keeps it."""
        parts = {"epi": list(self.epi), "clinical": list(self.clinical)}
        return {**parts, "symptoms": self.symptoms, "negatives": self.negatives, **self.tests}


def items(disease, on) -> dict[str, dict[str, str]]:
    """What is asked about a disease on a day: for each part its items with their words, in the order of the table."""
    word = "en" if (get_language() or "").startswith("en") else "zh"
    asked = [row for row in decisions.table("case_items").rows if row.holds_on(on) and disease in row.conditions["disease"].words]
    return {part: {code: row.result[word] for row in asked for code in sorted(row.conditions["item"].words)
                   if part in row.conditions["part"].words} for part in PARTS}


def ruling(disease, found, on):
    """What the definition in force on a day makes of it; a disease without one is left to a person."""
    known = items(disease, on)
    facts = {"disease": disease, **{part: len(set(getattr(found, part)) & set(known[part])) for part in PARTS}, "symptoms": found.symptoms,
             "negatives": found.negatives, **{name: found.tests.get(name, "no" if name == "sequenced" else "not_done") for name in TESTS}}
    return decisions.decide("case_definition", facts, on=on)


def result_word(result, is_written=False) -> str:
    """What an assessment says, in words; whether a row of the table itself leaves it to a person."""
    left = _("由人定") if is_written else _("由人定：表里没有写明")
    other = {"ruled_out": _("可以排除"), "not_met": _("不符合病例定义"), "manual_review": left}
    return str(CLASSES[result]) if result in CLASSES else other[result]


def criteria(case, facts, on) -> list[tuple]:
    """Which criteria are met, and which are not: pairs of a heading and lines of (met, words)."""
    known, shown = items(case.disease, on), []
    for part, heading in (("epi", _("流行病学史")), ("clinical", _("临床表现"))):
        met = set(facts.get(part, ())) & set(known[part])
        title = _("{heading}：{all} 条里有 {n} 条").format(heading=heading, all=len(known[part]), n=len(met))
        shown.append((title, [(code in met, words) for code, words in known[part].items()]))
    tests = [(facts.get("symptoms") == "yes", _("有症状") if facts.get("symptoms") == "yes" else _("没有任何症状和体征"))]
    labels = {"nucleic": _("核酸"), "antigen": _("抗原"), "sequenced": _("分离到病原体，或者基因测序同源"), "antibody": _("抗体")}
    tests += [(facts.get(name) not in ("negative", "no"), f"{labels[name]}{_('：')}{listed[facts[name]]}") for name, listed in TESTS.items()
              if facts.get(name, "not_done") not in ("not_done", "no")]
    if facts.get("negatives"):
        tests.append((False, _("间隔满 24 小时的连续阴性 {n} 次").format(n=facts["negatives"])))
    return [*shown, (_("症状和检测"), tests)]
