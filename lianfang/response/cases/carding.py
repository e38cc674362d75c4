"""What a report card must say before it is one: the fields the card of 2019 marks, days in their order, one sentence a fault."""
from datetime import date

from django.utils.translation import gettext as _

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.registers.diseases.queries import profile
from lianfang.registers.people.models import full_years

from .models import BELONGS, CLASSES, GROUPS, NUMBERLESS, PHASES, SEVERITIES

FIELDS = ("name", "guardian", "id_kind", "id_number", "sex", "birth_on", "age", "age_unit", "employer", "phone", "belongs", "address",
          "group", "klass", "phase", "severity", "onset_on", "diagnosed_at", "died_on", "disease", "reporter", "reporter_phone",
          "doctor", "remark")
CHOSEN = {"belongs": BELONGS, "group": GROUPS, "klass": CLASSES, "phase": PHASES, "severity": SEVERITIES,
          "sex": {"m", "f"}, "age_unit": {"", "year", "month", "day"}}


def faults(said, at) -> dict[str, str]:
    """What is wrong with a card's answers at a moment, by field; nothing where it may be reported."""
    found = {name: str(sentence) for name, sentence in _missing().items() if said.get(name) in (None, "")}
    for name, listed in CHOSEN.items():
        if name not in found and said.get(name, "") not in listed:
            found[name] = _("没有这个选项，请重选。")
    for name, sentence in (*_who(said, at), *_days(said, at)):
        found.setdefault(name, sentence)
    return found


def _missing() -> dict:
    return {"name": _("请填写患者姓名。"), "id_kind": _("请选择证件类型；没有证件的选“暂无证件”。"), "sex": _("请选择性别。"),
            "belongs": _("请选择病人属于哪里。"), "address": _("请填写现住址，写到村（居）和门牌号。"),
            "group": _("请选择人群分类；问不到的选“不详”。"),
            "klass": _("请选择病例分类。"), "onset_on": _("请填写发病日期；无症状的填首次采样或就诊日期。"),
            "diagnosed_at": _("请填写诊断时间，写到几时。"), "disease": _("请选择病名。"), "reporter": _("请填写报告单位。")}


def _who(said, at):
    if said.get("id_kind") == NUMBERLESS:
        if not said.get("remark"):
            yield "remark", _("暂无证件的，请在备注里写明为什么、怎样能找到本人。")
    elif not said.get("id_number"):
        yield "id_number", _("请填写证件号；确实没有的，证件类型选“暂无证件”。")
    born = said.get("birth_on")
    if not born and (said.get("age") is None or not said.get("age_unit")):
        yield "birth_on", _("请填写出生日期；问不到的，填实足年龄和年龄单位。")
    elif born and isinstance(said.get("onset_on"), date) and born > said["onset_on"]:
        yield "birth_on", _("出生日期在发病日期以后，请核对。")
    elif not said.get("guardian") and _needs_guardian(said, at):
        yield "guardian", _("这个年龄的患儿，请填写家长姓名。")


def _needs_guardian(said, at) -> bool:
    years = full_years(said["birth_on"], day_of(at)) if said.get("birth_on") else said["age"] if said.get("age_unit") == "year" else 0
    ruling = decisions.decide("card_rules", {"age": years}, on=day_of(at))
    return not ruling.manual_review and ruling.result["guardian"] == "asked"


def _days(said, at):
    onset, diagnosed, died = said.get("onset_on"), said.get("diagnosed_at"), said.get("died_on")
    if diagnosed and diagnosed > at:
        yield "diagnosed_at", _("诊断时间还没有到，请核对。")
    if onset and onset > (day_of(diagnosed) if diagnosed else day_of(at)):
        yield "onset_on", _("发病日期在诊断以后，请核对。")
    if died and (died > day_of(at) or (onset and died < onset)):
        yield "died_on", _("死亡日期要在发病日期和今天之间。")
    if diagnosed and said.get("disease") and profile(said["disease"], day_of(diagnosed)) is None:
        yield "disease", _("疾病档案里没有这种病；请先在“疾病档案”添一行。")
