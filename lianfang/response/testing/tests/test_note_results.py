"""Results: kept sealed, told as fit or not, they close what was due and set when the next is; told twice they are one."""
import pytest

from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.response.testing import actions
from lianfang.response.testing.models import DueTest, Outcome


def test_a_result_closes_what_was_due_and_the_next_counts_from_the_sample(house):
    one = house.enrol("inpatient")
    house.enrol("medical_staff")
    house.cast.extras["due"] = due = house.open(one)
    actions.note_samples(taken={one.person_id: house.later(hours=20)}, by=house.cast.officer, at=house.later(hours=20))
    assert DueTest.objects.get(pk=due.pk).state == "taken"
    assert house.note(one, taken=house.later(hours=20), at=house.later(hours=30)) == 1
    one, due = house.again(one), DueTest.objects.get(pk=due.pk)
    assert (due.state, due.closed_at, one.last_at, one.last_fit) == ("done", house.later(hours=30), house.later(hours=20), True)
    assert (one.group, one.due_at) == ("medical_staff", house.later(hours=20 + 336))  # a new inpatient is tested once
    kept = Outcome.objects.get()
    assert kept.outcome.open() == "negative" and b"negative" not in bytes(kept.outcome.content)
    assert "negative" not in str(list(Line.objects.filter(verb__startswith="testing.").values_list("data", flat=True)))


def test_told_twice_it_is_one_and_told_otherwise_it_is_mended(house):
    one = house.enrol()
    assert (house.note(one), house.note(one)) == (1, 0)
    assert house.note(one, "grey", at=house.later(hours=3)) == 1
    assert Outcome.objects.count() == 1 and house.again(one).last_fit is False
    assert Line.objects.filter(verb="testing.mend_outcome").count() == 1


def test_an_older_result_is_kept_and_moves_nothing(house):
    one = house.enrol()
    house.note(one, taken=house.later(hours=5))
    house.note(one, "positive", taken=house.at, at=house.later(hours=6))
    assert house.again(one).last_fit is True and Outcome.objects.count() == 2
    house.note(one, "suspicious", kind="ct", taken=house.later(hours=7))
    assert house.again(one).last_at == house.later(hours=5)


def test_the_results_of_others_are_not_ours_and_what_no_test_finds_is_refused(house):
    one = house.enrol()
    stranger = actions.Told(house.cast.units["601"].pk and one.pk, "nucleic", house.at, "negative")
    assert actions.note_results(results=[stranger], by=house.cast.officer, at=house.at) == 0 and not Outcome.objects.exists()
    for told in (house.told(one, "normal"), house.told(one, at=house.later(minutes=1))):
        with pytest.raises(Refused):
            actions.note_results(results=[told], by=house.cast.officer, at=house.at)


def test_a_list_of_results_comes_in_row_by_row(house):
    house.enrol()
    sheet = ("身份证号,采样时间,结果,报告编号\n220722198103120042,2020-03-10 08:00,阴性,0310-1\n230103198503120033,2020-03-10 08:00,阴性,\n"
             "220722198103120042,昨天,阴性,\n220722198103120042,2020-03-09,不知道,\n220722198103120042,2020-03-11 08:00,阴性,\n").encode()
    made = [actions.import_results(content=sheet, name="结果.csv", unit=house.cast.units["青禾县"], by=house.cast.officer, at=house.at)
            for _n in range(2)]
    assert [(one.taken, one.known, [n for n, _said in one.faults]) for one in made] == [(1, 0, [3, 4, 5, 6]), (0, 1, [3, 4, 5, 6])]


def test_a_village_brings_in_no_results_for_anothers_people(house):
    one = house.enrol()
    sheet = "身份证号,采样时间,结果,报告编号\n220722198103120042,2020-03-10 08:00,阴性,0310-1\n".encode()
    given = {"content": sheet, "name": "结果.csv", "at": house.at}
    theirs = actions.import_results(unit=house.cast.units["梨花沟村"], by=house.cast.far_cadre, **given)
    assert theirs.taken == 0 and "不在本辖区" in theirs.faults[0][1] and house.again(one).last_fit is None
    assert actions.import_results(unit=house.cast.units["丰禾社区"], by=house.cast.cadre, **given).taken == 1
