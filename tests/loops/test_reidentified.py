"""Somebody who knows his neighbour's door, age, sex and day tries what stays when it is over: nothing narrows it down to a few."""
from collections import Counter
from datetime import date

import pytest
from django.apps import apps

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.retention.classes import kept_of
from lianfang.ground.retention.whole import going
from lianfang.ground.units.models import RANK, Unit
from lianfang.overview.ending import actions
from lianfang.overview.ending.models import Ending, Statistic
from lianfang.overview.ending.proof import proof
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation.actions import Finding, decide
from lianfang.response.isolation.queries.tallies import tallies
from tests.samples import make_stage
from tests.samples.isolation import FACTS

TELLING = {"birth_on", "sex", "age", "id_number", "id_blind", "special_need", "temperature", "symptoms", "origin", "address", "outcome"}
DOORS = ("502", "601", "梨花沟村12号")
PEOPLE = 47


@pytest.fixture
def stage(db, monkeypatch):
    monkeypatch.setattr("lianfang.ground.keeping.erase.erase", lambda emptied, tell: None)
    monkeypatch.setattr("lianfang.ground.keeping.rotate.vault.LOOK_AGAIN", 0.0)
    with everything():
        stage = make_stage()
        _fill(stage)
        stage.was = tallies()
        _end(stage)
        yield stage


def _fill(stage):
    """People of three doors: most are told by the same rows, a few by rarer ones."""
    at, units = stage.cast.at, stage.cast.units
    drafts = [draft_person(unit_id=units[DOORS[n * n % 3]].pk, name=f"某{chr(0x4E00 + n)}", at=at, sex="mf"[n % 5 == 0],
                           birth_on=date(1930 + n * 7 % 80, 5, 1)) for n in range(PEOPLE)]
    made = people.add_people(people=drafts, by=stage.near, at=at)
    decide(findings=[Finding(person_id=one.pk, unit_id=one.unit_id, on=stage.cast.on,
                             facts=FACTS | ({"origin": "abroad"} if n % 11 == 0 else {})) for n, one in enumerate(made)],
           by=named(SYSTEM), at=at)


def _end(stage):
    at = stage.cast.at
    ending = actions.propose(unit=stage.cast.units["青禾县"], basis="文件", by=stage.near, at=at)
    actions.agree(ending=ending, by=stage.cast.leader, at=at)
    actions.approve(ending=ending, by=stage.cast.township, at=at)
    actions.carry_out(ending=ending, by=stage.near, at=ending.cooling_until)
    actions.go_on(ending=ending, by=stage.near, at=ending.cooling_until)


def test_no_table_that_stays_has_a_column_that_tells_of_somebody(stage):
    stay = set(apps.get_models()) - set(going(stage.cast.at))
    found = {(model._meta.label, field.name) for model in stay for field in model._meta.concrete_fields
             if field.name in TELLING and field.name not in (kept_of(model).blanks or {})}
    assert found == {("doorstep.Mismatch", "outcome")}  # which of three lists was right about a door
    assert proof(Ending.objects.get()) == []


def test_no_cell_is_small_and_no_sum_gives_one_back(stage):
    least = Ending.objects.get().least
    assert sum(sum(table.values()) for table in stage.was.values()) >= 3 * PEOPLE
    small = [(kind, place) for kind, table in stage.was.items() for place, number in table.items() if 0 < number < least]
    assert small, "nothing here is small: this test would see nothing"
    lines: dict = {}
    for cell in Statistic.objects.all():
        assert cell.value is None or cell.value == 0 or cell.value >= least
        assert cell.value in (None, stage.was[cell.kind][cell.row, cell.column])
        for side in (("row", cell.row), ("column", cell.column)):
            lines.setdefault((cell.kind, *side), []).append(cell)
    for line, cells in lines.items():
        hidden = [stage.was[cell.kind][cell.row, cell.column] for cell in cells if cell.value is None]
        shown = [cell for cell in cells if cell.value]
        assert not hidden or not shown or (len(hidden) > 1 and sum(hidden) >= least), line


def test_two_tables_held_against_each_other_give_no_small_one_back(stage):
    """What is hidden of a measure in one table is at most what the other shows of it whole."""
    least, shown, whole = Ending.objects.get().least, Counter(), Counter()
    for cell in Statistic.objects.filter(kind__in=("township", "month", "clause")):
        shown[cell.kind, cell.column] += cell.value or 0
        whole[cell.column] = max(whole[cell.column], shown[cell.kind, cell.column])
    for (kind, measure), number in shown.items():
        derived = whole[measure] - number
        assert derived == 0 or derived >= least, (kind, measure)


def test_the_journal_leads_to_a_grid_at_most(stage):
    told = Line.objects.filter(subject__isnull=False)
    assert told.count() >= 2 * PEOPLE
    narrow = [level for level, rank in RANK.items() if rank > RANK["grid"]]
    assert not told.filter(unit__in=Unit.objects.filter(level__in=narrow).values("pk")).exists()
    assert not any("某" in str(data) for data in Line.objects.values_list("data", flat=True))
