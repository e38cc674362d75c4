"""The measure table changes: whom it would touch is counted; from its hour they are decided again, and back when it is returned."""
import csv
import io
from datetime import timedelta
from importlib import import_module
from urllib.parse import urlencode

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.decisions import current
from lianfang.ground.decisions.actions import approve_version, decide_again, draft_version, pass_hours, return_version, submit_version
from lianfang.ground.decisions.models import Rerun
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import again
from lianfang.response.isolation.models import Order, Review

OTHERS = "other_province"


@pytest.fixture(autouse=True)
def wall(cast):
    with time_machine.travel(cast.at, tick=False) as found:
        current.forget()
        yield found
        current.forget()


@pytest.fixture
def version(cast):
    """A draft of what holds in the county."""
    return draft_version(table="measure", area=cast.units["青禾县"], by=cast.officer, at=cast.at)


def rewrite(version, change):
    """Change the rows that ask for people of other provinces, and the examples that follow from it."""
    def told(text, is_row):
        head, *lines = list(csv.reader(io.StringIO(text)))
        for line in lines:
            cells = dict(zip(head, line, strict=True))
            asks = cells["origin"] == OTHERS and cells["measure"] == "home_quarantine" and "high" not in cells["origin_risk"]
            if asks:
                cells |= change if is_row else {k: v for k, v in change.items() if cells.get(k)}
            line[:] = [cells[c] for c in head]
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([head, *lines])
        return out.getvalue()

    version.text, version.examples = told(version.text, True), told(version.examples, False)
    version.save()
    return version


def in_force(version, cast):
    submit_version(version=version, by=cast.officer, at=cast.at)
    approved = approve_version(version=version, by=cast.epi, at=cast.at)
    pass_hours(by=named(SYSTEM), at=cast.at)
    return approved


def rerun(cast, at=None):
    return decide_again(by=named(SYSTEM), at=at or cast.at)


def test_they_are_counted_and_nothing_is_changed(order, version, cast):
    rewrite(version, {"days": "7", "test_days": "7"})
    lines = Line.objects.count()
    assert [one.says for one in again.touched(version)] == ["居家隔离，缩短"]
    order.refresh_from_db()
    assert (order.days, Line.objects.count()) == (14, lines)


@pytest.mark.parametrize(("change", "says"), [
    ({"measure": "central_quarantine"}, "居家隔离 → 集中隔离"), ({"measure": "home_monitoring"}, "居家隔离 → 居家健康监测"),
    ({"days": "21", "test_days": "21"}, "居家隔离，延长"), ({"test_days": "7"}, "居家隔离，检测日或解除条件变"),
    ({"measure": "manual_review", "days": "-", "day0": "-", "test_days": "-", "release": "-"}, "居家隔离 → 人工复核"),
])
def test_old_and_new_stand_side_by_side(order, version, change, says):
    rewrite(version, change)
    assert [one.says for one in again.touched(version)] == [says]


def test_a_copy_touches_nobody(order, version):
    assert again.touched(version) == []


def test_from_its_hour_they_are_decided_again_by_the_new_row_and_it_is_told_why(order, version, cast):
    in_force(rewrite(version, {"measure": "home_monitoring"}), cast)
    assert rerun(cast) == 1 and rerun(cast) == 0
    order.refresh_from_db()
    new = Order.objects.get(closed_at=None)
    assert (order.state, new.measure, new.verdict.version, new.person_id) == ("replaced", "home_monitoring", "own-1", order.person_id)
    decided = Line.objects.filter(verb="isolation.decide").latest("id")
    assert Line.objects.get(pk=decided.because).verb == "decisions.take_effect"
    run = Rerun.objects.get()
    assert (run.looked, run.changed, run.done_at) == (1, 1, cast.at)


def test_not_before_its_hour(order, version, cast, wall):
    version.from_at = cast.at + timedelta(hours=3)
    version.save()
    in_force(rewrite(version, {"measure": "home_monitoring"}), cast)
    assert (rerun(cast), Order.objects.get(closed_at=None).measure) == (0, "home_quarantine")
    later = cast.at + timedelta(hours=3)
    wall.move_to(later)
    pass_hours(by=named(SYSTEM), at=later)
    assert (rerun(cast, later), Order.objects.get(closed_at=None).measure) == (1, "home_monitoring")


def test_returned_they_are_decided_again_as_before(order, version, cast):
    version = in_force(rewrite(version, {"measure": "home_monitoring"}), cast)
    rerun(cast)
    at = cast.at + timedelta(hours=1)
    version.refresh_from_db()
    with time_machine.travel(at, tick=False):
        return_version(version=version, by=cast.leader, at=at, says="太松")
        assert rerun(cast, at) == 1
    back = Order.objects.get(closed_at=None)
    assert (back.measure, back.until_on, back.verdict.version) == ("home_quarantine", order.until_on, order.verdict.version)


def test_run_out_by_its_own_end_they_are_decided_again_as_before(order, version, cast, wall):
    version.until_at = cast.at + timedelta(hours=2)
    version.save()
    in_force(rewrite(version, {"measure": "home_monitoring"}), cast)
    rerun(cast)
    wall.move_to(version.until_at)
    pass_hours(by=named(SYSTEM), at=version.until_at)
    assert rerun(cast, version.until_at) == 1
    back = Order.objects.get(closed_at=None)
    assert (back.measure, back.until_on, back.verdict.version) == ("home_quarantine", order.until_on, order.verdict.version)


def test_what_it_leaves_to_a_person_becomes_a_review_and_the_order_stands(order, version, cast):
    in_force(rewrite(version, {"measure": "manual_review", "days": "-", "day0": "-", "test_days": "-", "release": "-"}), cast)
    rerun(cast)
    order.refresh_from_db()
    assert (order.state, Review.objects.get().order_id) == ("issued", order.pk)


def test_one_that_cannot_go_over_is_left_whole_to_a_person(order, version, cast, monkeypatch):
    def full(*_given):
        raise Refused("no bed")

    monkeypatch.setattr(import_module("lianfang.response.isolation.actions.again.redecide"), "put", full)
    in_force(rewrite(version, {"measure": "home_monitoring"}), cast)
    rerun(cast)
    order.refresh_from_db()
    assert (order.state, order.closed_at, Review.objects.get().order_id) == ("issued", None, order.pk)


def test_many_go_chunk_by_chunk_and_on_after_a_crash(order, version, cast, find, monkeypatch):
    found = [draft_person(unit_id=cast.units["601"].pk, name=f"返乡{n}", at=cast.at) for n in range(6)]
    for one in people.add_people(people=found, by=cast.officer, at=cast.at):
        find(someone=one)
    in_force(rewrite(version, {"measure": "home_monitoring"}), cast)
    monkeypatch.setattr("lianfang.ground.decisions.actions.effect.CHUNK", 2)
    carry_out, calls = again._carry_out, []

    def stumbling(*given):
        calls.append(1)
        if len(calls) == 4:
            raise RuntimeError("the power went")
        carry_out(*given)

    monkeypatch.setattr(again, "_carry_out", stumbling)
    with pytest.raises(RuntimeError):
        rerun(cast)
    assert Order.objects.filter(measure="home_monitoring").count() == 2, "whole chunks only"
    rerun(cast)
    assert Order.objects.filter(closed_at=None, measure="home_monitoring").count() == 7
    assert Order.objects.filter(measure="home_monitoring").count() == 7, "nobody twice"


def test_days_are_counted_as_when_it_was_decided(order, version, cast, wall):
    """A row that asks for "at most 14 days ago" does not let go of somebody because time has passed since."""
    rewrite(version, {"days": "7", "test_days": "7", "days_since": "<=14"})
    wall.move_to(cast.at + timedelta(days=20))
    version.from_at = cast.at + timedelta(days=20)
    assert [one.says for one in again.touched(version)] == ["居家隔离 → 已到期"]


def test_the_list_is_masked_and_within_the_readers_reach(order, version, cast, client):
    rewrite(version, {"days": "7", "test_days": "7"})
    client.force_login(cast.officer)
    page = client.get(reverse("isolation:touched", args=[version.pk])).content.decode()
    assert "周＊明" in page and "周建明" not in page and "居家隔离，缩短" in page
    assert "它会动到的人" in client.get(reverse("decisions:version", args=[version.pk])).content.decode()
    wanted = urlencode({"says": "居家隔离，缩短"})
    assert f"?{wanted}" in page and f"?{wanted}" in client.get(reverse("decisions:version", args=[version.pk])).content.decode()
    shown = client.get(f"{reverse('isolation:touched', args=[version.pk])}?{wanted}").content.decode()
    assert f"{wanted}&amp;sort=" in shown, "sorted it is still the list that was chosen"
    client.force_login(cast.far_cadre)
    assert "周＊明" not in client.get(reverse("isolation:touched", args=[version.pk])).content.decode()
