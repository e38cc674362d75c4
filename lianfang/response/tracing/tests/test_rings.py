"""Whom a case met: a shared place and overlapping time in the days that count, and whom these met after; each with its evidence."""
from datetime import date

from lianfang.ground.days import moment
from lianfang.registers.territory.actions import add_doors
from lianfang.registers.territory.queries import resolve
from lianfang.response.tracing import queries
from lianfang.response.tracing.queries.evidence import first_evidence

from .conftest import ILL


def ring(index, at):
    return queries.first_ring(queries.window_of(index, at))


def test_two_at_one_place_at_one_time_met_for_the_minutes_that_overlap(cast, index, case, someone, was):
    other, late, elsewhere = someone("高原"), someone("林下"), someone("吕春")
    was(case, "1200-1300 吃饭 同福酒家")
    was(other, "1220-1240 吃饭 同福 酒家")
    was(late, "1300-1330 吃饭 同福酒家")
    was(elsewhere, "1200-1300 吃饭 老街面馆")
    [met] = ring(index, cast.at)
    assert (met.person_id, met.source_id, met.minutes, met.on) == (other.pk, case.pk, 20, ILL)


def test_only_the_days_that_count(cast, index, case, someone, was):
    first, before, after = someone("高原"), someone("林下"), someone("吕春")
    for on, other in ((date(2020, 3, 6), first), (date(2020, 3, 5), before)):
        was(case, "0800-0900 上班 棉纺厂二车间", on)
        was(other, "0800-0900 上班 棉纺厂二车间", on)
    index.isolated_at = moment(ILL, "10:00")
    was(case, "0930-1200 上班 棉纺厂一车间")
    was(after, "0930-1200 上班 棉纺厂一车间")
    found = {one.person_id: one.minutes for one in ring(index, cast.at)}
    assert found == {first.pk: 60, after.pk: 30}


def test_a_stay_over_midnight_meets_whoever_is_there_after_it(cast, index, case, someone, was):
    other = someone("高原")
    was(case, "2200-次日0200 娱乐 夜来香歌厅", date(2020, 3, 7))
    was(other, "0030-0130 娱乐 夜来香歌厅", ILL)
    [met] = ring(index, cast.at)
    assert (met.on, met.minutes) == (ILL, 60)


def test_rows_of_a_vehicle_are_counted_between_them(cast, index, case, someone, was):
    near, unknown = someone("高原"), someone("林下")
    was(case, "0730-0800 乘车 12路 禾A1023 6排")
    was(near, "0740-0820 乘车 12路 禾A1023 第9排")
    was(unknown, "0740-0820 乘车 12路 禾A1023")
    assert {one.person_id: one.rows_apart for one in ring(index, cast.at)} == {near.pk: 3, unknown.pk: None}


def test_the_second_ring_is_whom_a_contact_met_after_he_met_the_case(cast, index, case, someone, was):
    contact, before, after, both = someone("高原"), someone("林下"), someone("吕春"), someone("章秋水")
    was(case, "1200-1300 吃饭 同福酒家")
    was(both, "1200-1210 吃饭 同福酒家")
    was(contact, "0900-1000 上班 供销社\n1230-1300 吃饭 同福酒家\n1400-1500 上班 供销社")
    was(before, "0900-1000 上班 供销社")
    was(after, "1430-1600 上班 供销社")
    was(both, "1400-1500 上班 供销社", ILL)
    first, second = queries.both_rings(queries.window_of(index, cast.at))
    assert {one.person_id for one in first} == {contact.pk, both.pk}
    assert {(one.person_id, one.source_id, one.minutes) for one in second} == {(after.pk, contact.pk, 30), (after.pk, both.pk, 30)}


def test_the_second_ring_begins_at_the_minute_of_the_meeting(cast, index, case, someone, was):
    contact, third = someone("高原"), someone("林下")
    was(case, "1230-1300 吃饭 同福酒家")
    was(contact, "1200-1300 吃饭 同福酒家")
    was(third, "1200-1229 吃饭 同福酒家")
    assert queries.both_rings(queries.window_of(index, cast.at))[1] == []


def test_who_lives_at_the_door_is_exposed_to_the_last_day(cast, index, someone):
    wife, neighbour = someone("吕春", "502"), someone("林下", "601")
    [one] = first_evidence(index, cast.at)
    assert (one.person_id, one.how, one.ground, one.first_on, one.last_on) == (wife.pk, "door", "home", date(2020, 3, 6), cast.on)
    assert neighbour.pk != wife.pk


def test_minutes_at_one_place_and_day_are_added_up(cast, index, case, someone, was):
    other = someone("高原")
    was(case, "0800-1200 上班 供销社")
    was(other, "0800-0806 购物 供销社\n0900-0906 购物 供销社")
    [one] = first_evidence(index, cast.at)
    assert (one.minutes, one.ground) == (12, "work")


def test_a_guest_at_home_is_a_visitor(cast, index, case, someone, was):
    guest = someone("高原")
    add_doors(unit=cast.units["向阳小区"], addresses=["8栋1单元101"], by=cast.officer, at=cast.at)
    case.unit = resolve(cast.units["向阳小区"], "8栋1单元101")
    was(case, "1800-2200 在家")
    was(guest, "1900-2000 串门 向阳小区8栋1单元101")
    [one] = first_evidence(index, cast.at)
    assert (one.ground, one.minutes) == ("visit", 60)


