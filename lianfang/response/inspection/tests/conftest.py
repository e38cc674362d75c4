"""What the specs of this loop stand on: a second supervisor, a county team, checklists written as sheets, a round with its visits."""
import pytest

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.scope import everything
from lianfang.ground.outbox.xlsform import book_of
from lianfang.ground.units.actions import add_units
from lianfang.response.inspection import actions
from lianfang.response.inspection.actions import Seat
from tests.cast import OPENED

HEAD = ("type", "name", "label::中文 (zh)", "label::English (en)", "constraint", "weight", "required", "relevant")
SCORED = [("integer", "clean", "净化", "Clean", ". >= 0 and . <= 20", "2"),
          ("integer", "light", "亮化", "Light", ". >= 0 and . <= 10", "1"),
          ("text", "remark", "其他", "Other", "", "")]


def checklist_sheet(code, rows, version="1"):
    """An XLSForm."""
    settings = [("form_title", "form_id", "version", "default_language"), (f"{code} 表", code, version, "中文 (zh)")]
    whole = [(*row, *[""] * (len(HEAD) - len(row))) for row in rows]
    return book_of({"survey": [HEAD, *whole], "settings": settings})


@pytest.fixture(autouse=True)
def _all_seen(cast):
    with everything():
        yield


@pytest.fixture
def somebody(cast):
    """A new account with a role at a unit, or with none."""
    def made(name, role="", unit="青禾县"):
        account = Account.objects.create(login=f"a{Account.objects.count()}", name=name)
        if role:
            Assignment.objects.create(account=account, role=role, unit=cast.units[unit], from_on=OPENED)
        return account

    return made


@pytest.fixture
def second(somebody):
    """Another supervisor."""
    return somebody("文正清", "supervisor")


@pytest.fixture
def team(cast, somebody):
    """A team of the county: its head holds nothing else here."""
    seats = [Seat(somebody("高局长"), "bureau", "head"), Seat(somebody("纪严"), "section", "discipline"),
             Seat(somebody("陆员"), "section", "member")]
    return actions.compose_team(unit=cast.units["青禾县"], kind="inspection", name="督查一组", seats=seats, by=cast.supervisor, at=cast.at)


@pytest.fixture
def head(team):
    """Who leads it."""
    return team.members.get(duty="head").account


@pytest.fixture
def visited(cast, team, head):
    """An unannounced visit to the near village that happened, with what was seen."""
    visit = actions.plan_visit(team=team, place=cast.units["丰禾社区"], on=cast.on, is_unannounced=True, by=cast.supervisor, at=cast.at)
    return actions.finish_visit(visit=visit, people=3, answers={}, note="卡点有人", by=head, at=cast.at)


@pytest.fixture
def checklist(cast):
    """A checklist with weights."""
    return actions.take_checklist(content=checklist_sheet("face", SCORED), topic="environment", by=cast.supervisor, at=cast.at)


@pytest.fixture
def villages(cast):
    """Villages until each of the two towns has three."""
    towns = [("禾阳街道", "城南社区"), ("梨花沟镇", "石桥村"), ("梨花沟镇", "柳林村")]
    drafts = [{"parent": cast.units[town], "level": "village", "name": name, "from_on": OPENED} for town, name in towns]
    made = add_units(drafts=drafts, by=cast.officer, at=cast.at)
    return {**{name: cast.units[name] for name in ("丰禾社区", "望河社区", "梨花沟村")}, **{unit.name: unit for unit in made}}


@pytest.fixture
def crossed(cast, somebody):
    """Two teams of the two towns, to look at each other."""
    found = []
    for town, first in (("禾阳街道", cast.township), ("梨花沟镇", cast.far_township)):
        seats = [Seat(first, "bureau", "head"), Seat(somebody(f"{town}组员", "village_cadre", town), "section", "member")]
        found.append(actions.compose_team(unit=cast.units[town], kind="mutual", name=f"{town}互查组", seats=seats, by=cast.supervisor,
                                          at=cast.at))
    return found


@pytest.fixture
def compared(cast, villages, crossed, checklist):
    """A round of a day over six villages, each visited by the other town's team, with these points for (clean, light)."""
    def made(points):
        one = actions.open_round(unit=cast.units["青禾县"], kind="mutual", period="day", level="village", title="环境卫生每日评比",
                                 from_on=cast.on, last_on=cast.on, checklist=checklist, by=cast.supervisor, at=cast.at)
        visits = actions.plan_round(round=one, teams=crossed, by=cast.supervisor, at=cast.at)
        for visit in visits:
            if given := points.get(visit.place.name):
                answers = {checklist.pk: {"clean": given[0], "light": given[1]}}
                actions.finish_visit(visit=visit, people=2, answers=answers, note="", by=visit.head, at=cast.at)
        return one

    return made
