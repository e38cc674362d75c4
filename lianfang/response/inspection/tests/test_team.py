"""A team is put together by the table, no team looks at its own unit, and every unit of a round has a team."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.models import Assignment
from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.inspection import actions, queries
from lianfang.response.inspection.actions import Seat
from lianfang.response.inspection.models import Round, Sheet, Team, Visit


def test_who_must_be_in_a_team_stands_in_the_table(cast, somebody):
    chief, strict, third = somebody("高局长"), somebody("纪严"), somebody("陆员")

    def composed(*seats, **more):
        told = {"unit": cast.units["青禾县"], "kind": "inspection", "name": "督查一组", "by": cast.supervisor, "at": cast.at, **more}
        return actions.compose_team(seats=[Seat(*seat) for seat in seats], **told)

    wrong = [
        ([(chief, "section", "head"), (strict, "section", "discipline"), (third, "section", "member")], "科局级"),
        ([(chief, "bureau", "head"), (strict, "section", "member"), (third, "section", "member")], "至少要有 1 名纪检"),
        ([(chief, "bureau", "head"), (strict, "section", "discipline")], "至少 3 个人，现在有 2 个"),
        ([(chief, "bureau", "member"), (strict, "section", "discipline"), (third, "section", "member")], "一名组长"),
        ([(chief, "bureau", "head"), (strict, "section", "discipline"), (strict, "section", "member")], "写了两次"),
    ]
    for seats, says in wrong:
        with pytest.raises(Refused, match=says):
            composed(*seats)
    right = [(chief, "bureau", "head"), (strict, "section", "discipline"), (third, "section", "member")]
    with pytest.raises(Refused, match="不归您办"):
        composed(*right, by=cast.cadre)
    with pytest.raises(Refused, match="由县里或乡镇"):
        composed(*right, unit=cast.units["丰禾社区"])
    assert not Team.objects.exists()
    team = composed(*right)
    given = Assignment.objects.filter(role="inspector", unit=cast.units["青禾县"], until_on=None)
    assert {one.account for one in given} == {chief, strict, third}
    actions.dissolve_team(team=team, by=cast.supervisor, at=cast.at + timedelta(days=1))
    assert not Assignment.objects.in_force(cast.on + timedelta(days=1)).filter(role="inspector").exists()


def test_others_sit_in_a_team_and_go_where_it_was_to_go(cast, somebody, team):
    old, strict, third = [one.account for one in team.members.order_by("pk")]
    one = actions.plan_visit(team=team, place=cast.units["梨花沟村"], on=cast.on, by=cast.supervisor, at=cast.at)
    due = Turn.objects.open().get(record=one.pk).due
    chief, local, later = somebody("卫科长"), somebody("梨花沟来的", "township_cadre", "梨花沟镇"), cast.at + timedelta(minutes=5)

    def reseat(*seats, by=cast.supervisor):
        return actions.reseat_team(team=team, seats=[Seat(*seat) for seat in seats], by=by, at=later)

    head, discipline = (chief, "bureau", "head"), (strict, "section", "discipline")
    for seats, says in [((head, discipline), "至少 3 个人"), ((head, (local, "", "member"), (third, "", "member")), "纪检"),
                        ((head, discipline, (local, "", "member")), "还要去梨花沟村.*自己的单位")]:
        with pytest.raises(Refused, match=says):
            reseat(*seats)
    with pytest.raises(Refused, match="不归您办"):
        reseat(head, discipline, (third, "", "member"), by=cast.cadre)
    assert {member.account for member in team.members.all()} == {old, strict, third}, "what was refused changed nothing"
    reseat(head, discipline, (third, "", "member"))
    turn = Turn.objects.open().get(record=one.pk)
    assert {member.account for member in team.members.all()} == {chief, strict, third}
    assert (turn.account, turn.due) == (chief, due) and Visit.objects.get().state == "planned"
    held = Assignment.objects.in_force(cast.on + timedelta(days=1)).filter(role="inspector", unit=team.unit)
    assert {given.account for given in held} == {chief, strict, third}, "who left loses the role he was given for it"
    actions.drop_visit(visit=Visit.objects.select_related("unit").get(), by=cast.supervisor, at=later)
    actions.dissolve_team(team=team, by=cast.supervisor, at=later)
    with pytest.raises(Refused, match="已经撤了"):
        reseat(head, discipline, (third, "", "member"))


def test_nobody_looks_at_his_own_unit(cast, somebody, team):
    own = somebody("街道来的", "township_cadre", "禾阳街道")
    seats = [Seat(somebody("科长"), "bureau", "head"), Seat(somebody("纪委"), "section", "discipline"), Seat(own, "section", "member")]
    mixed = actions.compose_team(unit=cast.units["青禾县"], kind="inspection", name="督查二组", seats=seats, by=cast.supervisor, at=cast.at)
    for place in ("丰禾社区", "禾阳街道"):
        with pytest.raises(Refused, match="督查二组不能查"):
            actions.plan_visit(team=mixed, place=cast.units[place], on=cast.on, by=cast.supervisor, at=cast.at)
    one = actions.plan_visit(team=mixed, place=cast.units["梨花沟村"], on=cast.on, by=cast.supervisor, at=cast.at)
    turn = Turn.objects.open().get(record=one.pk)
    assert turn.account == seats[0].account and turn.unit == cast.units["青禾县"]


def test_a_round_leaves_no_unit_out_and_says_which_it_would(cast, villages, crossed):
    first, _second = crossed
    one = actions.open_round(unit=cast.units["青禾县"], kind="mutual", period="day", level="village", title="互查", from_on=cast.on,
                             last_on=cast.on, by=cast.supervisor, at=cast.at)
    with pytest.raises(Refused, match=r"有 3 个单位没有组能去.*丰禾社区"):
        actions.plan_round(round=one, teams=[first], by=cast.supervisor, at=cast.at)
    assert not Visit.objects.exists()
    visits = actions.plan_round(round=one, teams=crossed, by=cast.supervisor, at=cast.at)
    assert {visit.place.name for visit in visits} == set(villages)
    assert all(not visit.place.path.startswith(visit.unit.path) for visit in visits)
    assert actions.plan_round(round=one, teams=crossed, by=cast.supervisor, at=cast.at) == [], "nobody twice"
    with pytest.raises(Refused, match="已经开了"):
        actions.open_round(unit=one.unit, kind="mutual", period="day", level="village", title="互查", from_on=cast.on, last_on=cast.on,
                           by=cast.supervisor, at=cast.at)
    assert Sheet.objects.filter(done_at=None).count() == 6, "open visits are announced"
    actions.drop_round(round=one, by=cast.supervisor, at=cast.at)
    assert not Sheet.objects.exists() and not Turn.objects.open().filter(flow__startswith="inspection").exists()


def test_what_nobody_covers_stands_out(cast, villages, crossed, team, visited):
    actions.plan_visit(team=team, place=villages["石桥村"], on=cast.on + timedelta(days=7), is_unannounced=True, by=cast.supervisor,
                       at=cast.at)
    spans, lines = queries.coverage(Reach(TOP), "village", "week", cast.on, 3)
    assert [first.isoformat() for first, _last in spans] == ["2020-03-02", "2020-03-09", "2020-03-16"]
    told = {line.unit.name: [(cell.seen, cell.planned) for cell in line.cells] for line in lines}
    assert told["丰禾社区"] == [(0, 0), (1, 0), (0, 0)] and told["石桥村"] == [(0, 0), (0, 0), (0, 1)]
    assert {line.unit.name for line in lines if line.is_bare} == {"望河社区", "梨花沟村", "城南社区", "柳林村"}
    _spans, towns = queries.coverage(Reach(TOP), "township", "month", cast.on)
    assert {line.unit.name: sum(cell.seen + cell.planned for cell in line.cells) for line in towns} == {"禾阳街道": 1, "梨花沟镇": 1}


def test_a_repeated_round_begins_again_with_the_other_team_where_there_is_one(cast, villages, team, somebody):
    seats = [Seat(somebody("孙局"), "bureau", "head"), Seat(somebody("纪明"), "section", "discipline"),
             Seat(somebody("李"), "section", "member")]
    other = actions.compose_team(unit=cast.units["青禾县"], kind="inspection", name="督查二组", seats=seats, by=cast.supervisor, at=cast.at)
    one = actions.open_round(unit=cast.units["青禾县"], kind="inspection", period="day", level="township", title="每日督查",
                             from_on=cast.on, last_on=cast.on, is_repeated=True, by=cast.supervisor, at=cast.at)
    actions.plan_round(round=one, teams=[team, other], by=cast.supervisor, at=cast.at)
    went = dict(Visit.objects.filter(round=one).values_list("place", "team"))
    tomorrow = cast.at + timedelta(days=1)
    assert actions.open_next(by=cast.supervisor, at=cast.at) == []
    [new] = actions.open_next(by=cast.supervisor, at=tomorrow)
    assert actions.open_next(by=cast.supervisor, at=tomorrow) == [] and Round.objects.count() == 2
    go = dict(Visit.objects.filter(round=new).values_list("place", "team"))
    assert go.keys() == went.keys() and all(go[place] != went[place] for place in go)


def test_a_repeated_round_begins_without_a_team_that_stands_and_holds_up_no_other(cast, villages, team):
    for title in ("每日督查", "每日复查"):
        one = actions.open_round(unit=cast.units["青禾县"], kind="inspection", period="day", level="township", title=title,
                                 from_on=cast.on, last_on=cast.on, is_repeated=True, by=cast.supervisor, at=cast.at)
        actions.plan_round(round=one, teams=[team], by=cast.supervisor, at=cast.at)
        for visit in Visit.objects.filter(round=one).select_related("unit"):
            actions.drop_visit(visit=visit, by=cast.supervisor, at=cast.at)
    actions.dissolve_team(team=team, by=cast.supervisor, at=cast.at)
    made = actions.open_next(by=cast.supervisor, at=cast.at + timedelta(days=1))
    assert len(made) == 2 and not Visit.objects.filter(round__in=made).exists()
    assert Turn.objects.open().filter(record__in=[one.pk for one in made], role="supervisor").count() == 2
