"""Somebody who knows his neighbour's door, age, sex and day tries what stays when it is over: nothing narrows it down to a few."""
from collections import Counter
from datetime import date

import pytest
from django.apps import apps
from django.db.models import UUIDField

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.retention.classes import kept_of
from lianfang.ground.retention.whole import going, losing
from lianfang.ground.units.models import RANK, Unit
from lianfang.overview.ending import actions
from lianfang.overview.ending.models import Ending, Statistic
from lianfang.overview.ending.proof import proof
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.territory.actions import describe_doors
from lianfang.registers.territory.models import Door
from lianfang.response.doorstep.actions import Told, settle_mismatch, visit
from lianfang.response.doorstep.models import Campaign, Mismatch
from lianfang.response.isolation.actions import Finding, decide
from lianfang.response.isolation.queries.tallies import tallies
from tests.once import undone
from tests.samples import make_stage
from tests.samples.isolation import FACTS

from ..conftest import in_one_transaction

TELLING = {"birth_on", "sex", "age", "id_number", "id_blind", "special_need", "temperature", "symptoms", "origin", "address", "outcome",
           "head_count", "note", "plate", "words"}
OFFICIAL = {"meetings.Decision", "meetings.Share", "command.Part", "command.Recall", "closures.Closure",
            "papers.Paper", "inspection.LastPlace"}  # what an office decided or published, in words it signs
DOORS = ("502", "601", "梨花沟村12号")
PEOPLE = 47


@pytest.fixture(scope="module")
def over(django_db_setup, django_db_blocker):
    """A stage when it is over; made once, the tests only look."""
    with undone(django_db_blocker), everything(), in_one_transaction():
        stage = make_stage()
        stage.everything()
        _tell(stage)
        _fill(stage)
        stage.was = tallies()
        _end(stage)
        yield stage


def _tell(stage):
    """What a visit, a comparison and a note leave at doors."""
    describe_doors(doors=Door.objects.filter(unit=stage.unit), head_count=4, note="孙家", by=stage.near, at=stage.cast.at)
    campaign = Campaign.objects.get()
    visit(visits=[Told(stage.unit.pk, "visited", head_count=4, campaign=campaign, ill=1)], by=stage.near, at=stage.cast.at)
    settle_mismatch(mismatch=Mismatch.objects.get(), outcome="moved", by=stage.near, at=stage.cast.at)
    stage.told = {(label, name) for label, name, _value in _telling(stage)}


def _telling(stage):
    """What tells of somebody in a table that stays, or that the table of retention says is emptied: model, column, value."""
    losing_at_end = losing(stage.cast.at)
    for model in (one for one in set(apps.get_models()) - set(going(stage.cast.at)) if one._meta.label not in OFFICIAL):
        blanks = kept_of(model).blanks or {} if model in losing_at_end else {}
        for field in model._meta.concrete_fields:
            if field.name in TELLING or field.name in blanks:
                for value in model._base_manager.values_list(field.name, flat=True).distinct():
                    if value and str(value) != "" and value != blanks.get(field.name):
                        yield model._meta.label, field.name, value


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


def test_nothing_that_stays_tells_of_somebody(stage):
    assert ("territory.Door", "head_count") in stage.told
    assert {(label, name) for label, name, _value in _telling(stage)} == set()
    assert proof(Ending.objects.get()) == []


def test_no_row_that_stays_says_which_door_a_line_was_about(stage):
    """A line has the door's old number, a row its new one: whoever is named by a line, and stands at a door, would tell which is which."""
    narrow = Unit.objects.filter(level__in=[level for level, rank in RANK.items() if rank > RANK["grid"]]).values("pk")
    told = set(Line.objects.filter(record__isnull=False).values_list("record", flat=True))
    stay = [model for model in set(apps.get_models()) - set(going(stage.cast.at)) if isinstance(model._meta.pk, UUIDField)]
    at_doors = {(model._meta.label, pk) for model in stay for field in model._meta.concrete_fields if field.related_model is Unit
                for pk in model._base_manager.filter(**{f"{field.name}__in": narrow}).values_list("pk", flat=True)}
    assert {(label, pk) for label, pk in at_doors if pk in told} == set() and len(stay) > 5


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
