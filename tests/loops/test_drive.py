"""One roster, one night: found, decided, served, sampled, with a result; who is stuck is red; it finishes when all are through."""
import io
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything, seen_by
from lianfang.ground.journal.models import Line, Touched
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.overview.drives import actions, queries
from lianfang.overview.drives.models import Drive
from lianfang.response.isolation.actions import record_results, serve
from lianfang.response.isolation.actions.results import Sampled
from lianfang.response.isolation.models import Order
from lianfang.response.laboratory import actions as laboratory
from lianfang.response.screening.actions import bring_in
from lianfang.response.screening.tests.conftest import ON, book, row

HERE = "禾阳街道丰禾社区向阳小区3号楼1单元502"


class Night:
    """A roster of two from Wuhan (a row of it names nobody), and the drive on it that began an hour before it was in."""

    def __init__(self, cast, *more):
        self.cast, self.by = cast, {"by": cast.officer}
        rows = [row(1, address=HERE, origin="湖北武汉"), row(2, address=HERE, origin="湖北武汉", on="2020-03-09"), *more,
                ["", "", "13900002222"]]
        with time_machine.travel(cast.at, tick=False):
            self.roster = bring_in(content=book(*rows), kind="returnees", unit=cast.units["青禾县"], name="名册.xlsx", on=ON,
                                   source="community", at=cast.at, **self.by)
        self.drive = actions.begin(title="返乡务工人员连夜排查", roster=self.roster.pk, started_at=self.later(minutes=-60),
                                   at=self.later(), **self.by)

    def later(self, **time):
        return self.cast.at + timedelta(**time)

    def told(self, **time):
        return queries.told(self.drive, self.later(**time))

    def bound(self):
        return list(Order.objects.filter(closed_at=None).select_related("person", "verdict"))

    def serve(self, orders, **time):
        for order in orders:
            order.minder = self.cast.grid
            order.save(update_fields=["minder"])
        serve(orders=orders, at=self.later(**time), by=self.cast.cadre)

    def test(self, orders, **time):
        found = [Sampled(order, self.cast.on, "negative", "县医院 0317") for order in orders]
        record_results(results=found, at=self.later(**time), by=self.cast.epi)


@pytest.fixture
def night(cast):
    with everything():
        yield Night(cast)


def places(told):
    """Where each waits, and whether that is late."""
    return sorted((row.at_stage, row.is_late) for row in told.rows)


def test_each_is_followed_from_found_to_result_and_who_is_stuck_is_late(night):
    orders, told = night.bound(), night.told(minutes=5)
    assert (len(orders), len(told.rows), told.minutes, told.late) == (2, 2, 65, 0)
    assert all(queries.minutes(night.drive, row.reached["found"]) == 60 for row in told.rows)
    assert places(told) == [("served", False)] * 2
    late = night.told(minutes=181)  # four hours after it began
    assert places(late) == [("served", True)] * 2 and late.late == 2
    night.serve(orders, minutes=30)
    night.test(orders[:1], minutes=90)
    told = night.told(minutes=100)
    assert places(told) == [("", False), ("sampled", False)] and told.through == 1
    assert [(stage, n, of) for stage, n, of, _late, _limit in told.counts][2:] == [("served", 2, 2), ("sampled", 1, 2), ("result", 1, 2)]
    actions.finish_through(by=named(SYSTEM), at=night.later(minutes=100))
    assert Drive.objects.get().state == "running"
    night.test(orders[1:], minutes=120)
    [done] = actions.finish_through(by=named(SYSTEM), at=night.later(minutes=120))
    assert (done.state, done.people, done.through) == ("finished", 2, 2) and queries.told(done, night.later(days=3)).minutes == 180
    assert not Turn.objects.filter(record=done.pk, closed_at=None).exists()


def test_a_swab_is_known_to_the_minute_and_a_doubtful_pool_is_no_result(night):
    orders, by = night.bound(), {"by": night.cast.grid}
    night.serve(orders, minutes=30)
    session = laboratory.open_session(unit=night.cast.units["丰禾社区"], name="采样点", disease="covid_19", reason="voluntary",
                                      at=night.later(minutes=40), **by)
    for n, (order, outcome) in enumerate(zip(orders, ("negative", "positive"), strict=False)):
        tube = laboratory.open_tube(session=session, code=str(7_700_000 + n), places=10, at=night.later(minutes=40), **by)
        laboratory.take_samples(tube=tube, swabs=[laboratory.Swab(order.person, "")], at=night.later(minutes=45), **by)
        laboratory.seal(tube=tube, count=1, at=night.later(minutes=46), **by)
        tube.refresh_from_db()
        trip = laboratory.send(box=f"BOX-{n}", tubes=[tube], carrier="禾A0001", temperature=4.0, unit=session.unit,
                               at=night.later(minutes=50), **by)
        laboratory.receive(transfer=trip, codes=[tube.code], temperature=5.0, note="", by=night.cast.lab, at=night.later(minutes=60))
        tube.refresh_from_db()
        laboratory.run(tubes=[tube], machine="一号机", unit=night.cast.units["青禾县"], by=night.cast.lab, at=night.later(minutes=70))
        tube.refresh_from_db()
        laboratory.report(found=[laboratory.Found(tube, outcome)], by=night.cast.lab, at=night.later(minutes=200))
    told = {row.come.person.pk: row for row in night.told(minutes=210).rows}
    clear, doubtful = (told[order.person_id] for order in orders[:2])
    assert queries.minutes(night.drive, clear.reached["sampled"]) == 105 and queries.minutes(night.drive, clear.reached["result"]) == 260
    assert clear.at_stage == "" and (doubtful.at_stage, doubtful.waits) == ("result", "recall")


def test_what_a_drive_may_not_be(night):
    with pytest.raises(Refused, match="已经有一次"):
        actions.begin(title="又一次", roster=night.roster.pk, started_at=night.cast.at, at=night.cast.at, **night.by)
    with pytest.raises(Refused, match="还没有到"):
        actions.begin(title="明天", roster=night.roster.pk, started_at=night.later(minutes=1), at=night.cast.at, **night.by)
    with pytest.raises(Refused, match="还没有收完"):
        actions.begin(title="没有", roster=night.drive.pk, started_at=night.cast.at, at=night.cast.at, **night.by)
    with pytest.raises(Refused, match="为什么"):
        actions.call_off(drive=night.drive, why=" ", at=night.cast.at, **night.by)
    with seen_by(night.cast.far_cadre, night.cast.on):
        assert not Drive.objects.exists() and not queries.told(night.drive, night.cast.at).rows


def test_on_screen_and_on_paper_names_are_masked_and_the_paper_is_written_down(cast, client):
    with everything():
        night = Night(cast, row(3, address=HERE, origin="青禾县望河社区"))
    client.force_login(night.cast.officer)
    with time_machine.travel(night.later(minutes=200), tick=False):
        here = reverse("drives:drive", args=[night.drive.pk])
        page = client.get(here).content.decode()
        assert all(word in page for word in ("没送达", "等人工复核", "4 小时 20 分", "演＊丁")) and "演练丁" not in page
        assert 'hx-trigger="every 15s"' in page and "4 小时 20 分" in client.get(reverse("drives:drives")).content.decode()
        answer = client.get(here, {"form": "docx"})
        with zipfile.ZipFile(io.BytesIO(answer.content)) as paper:
            text = paper.read("word/document.xml").decode()
        assert "没送达" in text and "送达 0/3" in text and "演＊丁" in text and "演练丁" not in text
        told = Line.objects.get(verb="ui.export")
        assert Touched.objects.filter(line=told.pk).count() == 3 and told.data["people"] == 3
        assert client.post(reverse("drives:begin"), {"title": "", "roster": "", "started_at": "x"}).status_code == 422
        client.post(reverse("drives:call_off", args=[night.drive.pk]), {"said": "并入全县排查"})
        assert "并入全县排查" in client.get(here).content.decode()
    with everything():
        assert Drive.objects.get().state == "called_off"
