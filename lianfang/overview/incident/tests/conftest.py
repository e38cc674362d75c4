"""A reported case of the cast, his form answered, two days told, somebody he ate with accepted as a contact."""
from datetime import date, timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.units.models import Figure
from lianfang.response.cases import actions as cases
from lianfang.response.tracing import actions as tracers
from lianfang.response.tracing import diary, queries

BASIC = {"informant": "self", "household": 3, "found_by": "visit", "held_at": "hospital", "key_place": "none", "left_county": "no",
         "met_case": "yes", "met_ill": "unknown", "cluster": "no"}
DAY = "0730-0800 乘车 12路\n0800-1130 上班 棉纺厂二车间\n1200-1300 吃饭 同福酒家\n1900-2000 串门 3号楼1单元601"
ID = "220722198103120042"


class Incident:
    """The case with what happened around him."""

    def __init__(self, cast):
        self.cast, self.at, told = cast, cast.at, {"by": cast.epi, "at": cast.at}
        home = cast.units["502"]
        word = cases.Word(unit=home, name="周建明", disease="covid_19", channel="hospital", source="县医院", id_kind="id_card", sex="f",
                          id_number=ID, phone="13800005678", birth_on=date(1981, 3, 12), onset_on=date(2020, 3, 8),
                          diagnosed_at=self.at - timedelta(minutes=30))
        [self.case] = cases.take_in(words=[word], **told)
        said = {"name": "周建明", "id_kind": "id_card", "id_number": ID, "sex": "f", "birth_on": date(1981, 3, 12), "belongs": "county",
                "address": "向阳小区3号楼1单元502", "group": "trade", "klass": "confirmed", "disease": "covid_19",
                "onset_on": date(2020, 3, 8), "diagnosed_at": word.diagnosed_at, "reporter": "青禾县医院"}
        cases.report(case=self.case, said=said, **told)
        [self.index] = queries.indexes_of([self.case.pk])
        self.stays = [stay for day in (date(2020, 3, 7), date(2020, 3, 8))
                      for stay in tracers.add_stays(person=self.case.person, told=diary.read(DAY, day), **told)]
        who = tracers.Somebody("程万里", door=cast.units["601"].pk)
        named = tracers.Named(who, "meal", date(2020, 3, 7), date(2020, 3, 8), near="within_1m")
        met = tracers.name_contact(index=self.index, named=named, **told).person
        [self.contact] = tracers.accept(index=self.index, people=[met.pk], **told)

    def lives_among(self, people):
        where = {"unit": self.cast.units["丰禾社区"], "kind": "population", "from_on": date(2020, 1, 1)}
        Figure.objects.filter(**where).delete()
        if people:
            Figure.objects.create(value=people, **where)

    def investigated(self):
        cases.fill(case=self.case, said=BASIC | {"first_visit_at": "县医院发热门诊"}, by=self.cast.epi, at=self.at)
        cases.finish_basic(case=self.case, by=self.cast.epi, at=self.at)


@pytest.fixture
def incident(cast):
    with everything():
        yield Incident(cast)
