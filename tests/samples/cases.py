"""A case in the near unit whose card is filled, one that is still to be reported, and a revisit of the first."""
from datetime import date

from lianfang.ground.accounts.scope import everything
from lianfang.response.cases import actions
from lianfang.response.cases.models import Case, Revisit
from lianfang.response.cases.queries import Found

from . import free, sample

SAID = {"name": "高远航", "id_kind": "id_card", "id_number": "230103198503120033", "sex": "m", "birth_on": date(1985, 3, 12),
        "belongs": "county", "address": "向阳小区", "group": "trade", "klass": "confirmed", "disease": "covid_19",
        "onset_on": date(2020, 3, 8), "reporter": "青禾县医院", "remark": "演练"}

BASIC = {"informant": "family", "informant_name": "高父", "informant_phone": "13800001122", "household": 3, "found_by": "visit",
         "first_visit_at": "县医院", "held_at": "hospital", "key_place": "none", "left_county": "no", "met_case": "yes", "met_ill": "no",
         "cluster": "no"}
FULL = {"mask": "never", "source_kind": "known_case", "course": "发热两天", "chronic": "高血压", "history": "聚餐"}


def taken(stage, name, **said):
    word = actions.Word(unit=stage.cast.units["601"], name=name, disease="covid_19", channel="hospital", source="县医院",
                        onset_on=date(2020, 3, 8), **said)
    return actions.take_in(words=[word], by=stage.near, at=stage.cast.at)[0]


@sample("cases/<uuid:pk>")
def case(stage):
    one = taken(stage, "高远航", diagnosed_at=stage.cast.at)
    actions.report(case=one, said={**SAID, "diagnosed_at": stage.cast.at}, by=stage.near, at=stage.cast.at)
    for part in (BASIC, FULL):
        actions.fill(case=one, said=part, by=stage.near, at=stage.cast.at)
    actions.fill(case=one, said={"first_visit_at": "镇卫生院"}, by=stage.near, at=stage.cast.at)
    actions.finish_basic(case=one, by=stage.near, at=stage.cast.at)
    actions.investigate(case=one, origin="local", summary="家庭聚集", by=stage.near, at=stage.cast.at)
    actions.assess(case=one, found=Found(("met_case",), ("fever",), "yes", {"nucleic": "positive"}), by=stage.near, at=stage.cast.at)
    actions.discharge(case=one, on=stage.cast.on, by=stage.near, at=stage.cast.at)
    return one.pk


@sample("cases/<uuid:pk>/report/")
def to_report(stage):
    return taken(stage, "林下").pk


@sample("cases/revisits/<uuid:pk>")
def revisit(stage):
    with everything():
        return Revisit.objects.filter(case=Case.objects.get(pk=stage.of(case))).order_by("due_on").first().pk


@free("cases/<uuid:pk>/card.<slug:form>")
def form(stage):
    return "pdf"


@sample("cases/links/<uuid:pk>")
def link(stage):
    one, other = Case.objects.get(pk=stage.of(case)), taken(stage, "程万里", diagnosed_at=stage.cast.at)
    return actions.name_source(case=one, source=other, by=stage.near, at=stage.cast.at).pk


@sample("cases/<uuid:pk>/inquiry/<slug:rows>/<uuid:row>")
def told(stage):
    one = Case.objects.get(pk=stage.of(case))
    day = actions.DayTold(stage.cast.on, None, ("fever",))
    actions.tell(case=one, told=day, by=stage.near, at=stage.cast.at)
    seen = actions.ExposureTold("gathering", stage.cast.on, stage.cast.on, place="同福酒家", note="同桌八人")
    return actions.tell(case=one, told=seen, by=stage.near, at=stage.cast.at).pk


@free("cases/<uuid:pk>/inquiry/<slug:rows>")
def rows(_stage):
    return "exposures"


@sample("cases/team/hand-overs/<uuid:pk>")
def shift(stage):
    one = taken(stage, "程远山", diagnosed_at=stage.cast.at)
    said = {**SAID, "name": "程远山", "id_number": "", "id_kind": "none", "diagnosed_at": stage.cast.at}
    actions.report(case=one, said=said, by=stage.near, at=stage.cast.at)
    actions.assign(cases=[one], to=stage.cast.epi, by=stage.near, at=stage.cast.at)
    return actions.hand_over(giver=stage.cast.epi, to=stage.near, standing="一例没问完", ask_next="问同桌", by=stage.cast.epi,
                             at=stage.cast.at).pk
