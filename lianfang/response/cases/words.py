"""What is said of a case: its disease, its age, what a card and the investigation form say row by row."""
from django.utils.translation import gettext as _

from lianfang.ground import decisions
from lianfang.ground.days import SHANGHAI, day_of
from lianfang.registers.diseases.queries import disease_word
from lianfang.registers.people.models import SEXES, full_years

from .models import ANSWERS, BELONGS, CHOICES, CLASSES, EXPOSED, GROUPS, GUARDED, ID_KINDS, PHASES, SEVERITIES


def answer_label(field) -> str:
    """What a question of the investigation form is called."""
    return str(ANSWERS[field])


def answer_word(field, value) -> str:
    """An answer as one reads it; '' where there is none."""
    if value in (None, ""):
        return ""
    if field in CHOICES:
        return str(CHOICES[field].get(value, value))
    return moment_word(value) if hasattr(value, "hour") else str(value)


def answer_rows(asked, said) -> list[tuple]:
    """What was answered, of the questions asked: pairs of a label and the answer."""
    found = [(answer_label(one.field), answer_word(one.field, said[one.field])) for one in asked]
    return [(label, word) for label, word in found if word]


def symptom_words(codes) -> str:
    """Symptoms in words, by the labels of the diseases' profiles."""
    labels = decisions.shipped("disease").labels
    return _("、").join(labels.of("symptoms", code) for code in codes)


def days_word(first, last) -> str:
    """A span of days: 2020-03-01 至 03-04."""
    return str(first) if first == last else _("{first} 至 {last}").format(first=first, last=last)


def exposure_words(one) -> tuple[str, str]:
    """An exposure as one reads it: the days and the kind, and where, how protected, in whose words."""
    said = [one.place.open(), str(GUARDED[one.protection]), one.note.open()]
    return f"{days_word(one.from_on, one.until_on)} {EXPOSED[one.kind]}", _("；").join(filter(None, said))


def age_words(card) -> str:
    """How old somebody was at onset: by his birthday, or as the card says."""
    if card.birth_on and full_years(card.birth_on, card.onset_on):
        return _("{n} 岁").format(n=full_years(card.birth_on, card.onset_on))
    if card.birth_on:
        return _("{n} 天").format(n=(card.onset_on - card.birth_on).days)
    return {"year": _("{n} 岁"), "month": _("{n} 个月"), "day": _("{n} 天")}[card.age_unit or "year"].format(n=card.age)


def moment_word(at) -> str:
    """2020-03-10 14:00."""
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}" if at else ""


def open_rows(card) -> list[tuple]:
    """What a card says that is not sealed: pairs of a word and what it is."""
    disease = disease_word(card.disease, day_of(card.diagnosed_at))
    klass = CLASSES[card.klass] + (f" · {PHASES[card.phase]}" if card.phase else "")
    found = [
        (_("病名"), disease), (_("病例分类"), klass), (_("临床严重程度"), SEVERITIES[card.severity]),
        (_("发病日期"), str(card.onset_on)), (_("诊断时间"), moment_word(card.diagnosed_at)),
        (_("死亡日期"), str(card.died_on) if card.died_on else ""), (_("性别"), SEXES[card.sex]), (_("年龄"), age_words(card)),
        (_("病人属于"), BELONGS[card.belongs]), (_("人群分类"), GROUPS[card.group]),
        (_("报告单位"), f"{card.reporter} {card.reporter_phone}".strip()), (_("填卡日期"), str(card.filled_on)),
    ]
    return [(label, said) for label, said in found if said]


def sealed_rows(card) -> list[tuple]:
    """What lies sealed on a card, opened: for whoever has given a reason, and for the printed card."""
    number = f"{ID_KINDS[card.id_kind]} {card.id_number.open()}".strip()
    found = [
        (_("患者姓名"), card.name.open()), (_("患儿家长姓名"), card.guardian.open()), (_("有效证件"), number),
        (_("工作单位（学校）"), card.employer.open()), (_("联系电话"), card.phone.open()), (_("现住址"), card.address.open()),
        (_("报告医生"), card.doctor.open()), (_("备注"), card.remark.open()), (_("订正原因"), card.reason.open()),
    ]
    return [(label, said) for label, said in found if said]
