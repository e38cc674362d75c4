"""Eight weeks of supervision as the county counted them: 315 inspections, 258 problems, one notice, 14 written reports, 12 suggestions, all
through the actions; the chain's counts come out, and so does a ranking with ties and a dispute."""
from collections import Counter
from datetime import timedelta

import pytest

from lianfang.ground import indicators
from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.units.actions import add_units
from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.workflow.models import Turn
from lianfang.response.inspection import actions, queries
from lianfang.response.inspection.actions import Found, Seat
from lianfang.response.inspection.models import Checklist, Dispute, Sheet, Standing
from tests.cast import OPENED

TEAMS, VILLAGES, CHECKS, PROBLEMS, REPORTS, SUGGESTIONS = 9, 45, 315, 258, 14, 12
FIXED, CLOSED, REOPENED, WITHDRAWN = 240, 220, 20, 3
FIELDS = [{"name": "clean", "kind": "number", "required": False, "whole": True, "min": 0, "max": 20, "weight": 1,
           "label": {"zh": "净化", "en": ""},
           "help": {"zh": "", "en": ""}}]


@pytest.fixture
def county(cast):
    """Nine towns of five villages each, nine teams of three that stand in none of them, and who checks again."""
    with everything():
        towns = add_units(drafts=[{"parent": cast.units["青禾县"], "level": "township", "name": f"{n}乡",
                                   "from_on": OPENED} for n in range(9)],
                          by=cast.officer, at=cast.at)
        drafts = [{"parent": town, "level": "village", "name": f"{town.name}{n}村", "from_on": OPENED} for town in towns for n in range(5)]
        villages = add_units(drafts=drafts, by=cast.officer, at=cast.at)
        made = Account.objects.bulk_create([Account(login=f"team{n}", name=f"组员{n}") for n in range(3 * TEAMS)])
        teams = [actions.compose_team(unit=cast.units["青禾县"], kind="discipline", name=f"监督{n + 1}组", by=cast.supervisor, at=cast.at,
                                      seats=[
            Seat(made[3 * n], "section", "head"), Seat(made[3 * n + 1], "", "discipline"), Seat(made[3 * n + 2], "", "discipline")])
            for n in range(TEAMS)]
        cadre = Account.objects.create(login="cadre-of-all", name="整改")
        Assignment.objects.bulk_create([Assignment(account=cadre, role="township_cadre", unit=town, from_on=OPENED) for town in towns])
        yield villages, teams, cadre


def test_the_counts_of_eight_weeks_and_the_ranking_come_out(cast, county):
    villages, teams, cadre = county
    checklist = Checklist.objects.create(topic="environment", code="face", version="1", title="评分", is_scored=True, by=cast.supervisor,
                                         at=cast.at, form={"fields": FIELDS})
    round = actions.open_round(unit=cast.units["青禾县"], kind="discipline", period="once", level="village", title="八周监督",
                               by=cast.supervisor,
                               from_on=cast.on, last_on=cast.on + timedelta(days=55), checklist=checklist, at=cast.at)
    assert len(queries.units_of(round)) == VILLAGES + 3
    sheets = seen(cast, round, teams, villages, checklist)
    problems = found(cast, sheets)
    put_right(cast, problems, cadre)
    write(cast, villages)
    end = cast.on + timedelta(days=56)
    told = queries.chain(Reach(TOP), cast.on, end)
    assert {name: told[name] for name in ("checks", "people", "places", "problems", "closed", "notices", "reports", "suggestions")} == {
        "checks": CHECKS, "people": 3 * CHECKS, "places": VILLAGES, "problems": PROBLEMS, "closed": CLOSED, "notices": 1,
        "reports": REPORTS,
        "suggestions": SUGGESTIONS}
    assert told["reopened"] == REOPENED and told["unannounced"] == 7 * (VILLAGES // 2)
    late = moment(end, "00:00")
    figures = {"inspection_checks": CHECKS, "inspection_problems": PROBLEMS, "inspection_closed": CLOSED, "inspection_notices": 1,
               "inspection_reports": REPORTS, "inspection_suggestions": SUGGESTIONS, "inspection_open": PROBLEMS - CLOSED}
    assert indicators.values(list(figures), Reach(TOP), late) == figures
    for code, count in figures.items():
        assert indicators.records(code, Reach(TOP), late).count() == count, "a figure opens into as many records"
    opened = Counter(Turn.objects.open().filter(flow="inspection_problem").values_list("state", flat=True))
    assert opened == {"open": PROBLEMS - CLOSED - REOPENED, "fixed": REOPENED}
    ranked_and_disputed(cast, round, villages, cadre)


def seen(cast, round, teams, villages, checklist):
    """Seven visits to each village, every second village unannounced; five villages each have the same points."""
    found = []
    for week in range(7):
        on = cast.on + timedelta(days=8 * week)
        for n, village in enumerate(villages):
            visit = actions.plan_visit(team=teams[(n + week) % TEAMS], place=village, on=on, is_unannounced=n % 2 == 1, round=round,
                                       by=cast.supervisor, at=cast.at)
            found.append(actions.finish_visit(visit=visit, people=3, answers={checklist.pk: {"clean": 20 - n // 5}}, note="", by=visit.head,
                                              at=moment(on, "10:00")))
    return found


def found(cast, sheets):
    """A problem on most of the sheets; some are withdrawn again."""
    made = []
    for sheet in sheets[:PROBLEMS + WITHDRAWN]:
        made += actions.raise_problems(found=[Found(sheet.unit, "style", "usual", "值守记录不全", sheet)], by=sheet.done_by,
                                       at=sheet.done_at)
    for one in made[PROBLEMS:]:
        actions.withdraw_problem(problem=one, words="重复登记", by=cast.supervisor, at=one.found_at)
    return made[:PROBLEMS]


def put_right(cast, problems, cadre):
    """Most are put right within the hour and looked at again by another; some were not, and are put right once more."""
    for n, one in enumerate(problems[:FIXED]):
        soon = one.found_at + timedelta(hours=1)
        actions.fix_problem(problem=one, words="补齐了", by=cadre, at=soon)
        if n >= CLOSED:
            actions.reopen_problem(problem=one, words="还差两天", by=cast.supervisor, at=soon)
            actions.fix_problem(problem=one, words="都补齐了", by=cadre, at=soon)
        else:
            actions.close_problem(problem=one, words="看过", by=cast.supervisor, at=soon)


def write(cast, villages):
    """What went out."""
    kinds = ["notice"] + ["report"] * REPORTS + ["suggestion"] * SUGGESTIONS
    for n, kind in enumerate(kinds):
        actions.issue_written(unit=villages[n % VILLAGES], kind=kind, number=f"督〔2020〕{n + 1}号", title="监督", words="……",
                              by=cast.supervisor, at=cast.at + timedelta(hours=n))


def ranked_and_disputed(cast, round, villages, cadre):
    """Five villages a town have the same points: their problems decide, and whoever is equal in those too shares a place."""
    last = cast.on + timedelta(days=55)
    actions.close_scoring(round=round, by=cast.supervisor, at=moment(last, "06:00"))
    assert Standing.objects.filter(round=round, level="village").count() == VILLAGES
    towns = list(queries.standings(round, "township"))
    assert [(one.unit.name, one.points) for one in towns[:2]] == [("0乡", 100.0), ("1乡", 95.0)] and towns[-1].points == 60.0
    first = list(queries.standings(round, "village")[:6])
    assert [one.place for one in first] == [1, 1, 1, 1, 1, 6] and all(one.is_tied for one in first)
    sheet = Sheet.objects.filter(round=round, unit=villages[-1]).select_related("unit").first()
    one = actions.dispute(sheet=sheet, words="打低了", by=cadre, at=moment(last, "08:00"))
    actions.uphold(dispute=one, points=100, words="属实", by=cast.officer, at=moment(last, "09:00"))
    best = queries.standings(round).get(unit=villages[-1])
    assert best.score == round_half(6000 + (10_000 - 6000) / 7) and best.place == 36 and not best.is_tied
    actions.publish(round=round, number="通报1号", by=cast.supervisor, at=moment(last, "18:00"))
    assert len(queries.published(round)) == VILLAGES and Dispute.objects.get().state == "upheld"


def round_half(number) -> int:
    return int(number + 0.5)
