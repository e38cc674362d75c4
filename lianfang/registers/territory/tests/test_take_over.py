"""Official editions: the first makes the tree, each later one changes it at once or not at all."""
import csv
from collections import Counter
from datetime import date, timedelta

import pytest

from lianfang.ground.journal.models import Line
from lianfang.ground.units.models import Figure, Naming, Unit
from lianfang.registers.territory import divisions, queries
from lianfang.registers.territory.actions import take_over
from lianfang.registers.territory.divisions import DivisionFault, Row
from lianfang.registers.territory.models import Edition

COUNTY = Row("county", "990101", "青禾县")
TOWN, OTHER = Row("township", "990101001", "禾阳街道", "990101"), Row("township", "990101100", "柳河镇", "990101")


def village(code, name):
    """A village row; its code tells its town."""
    return Row("village", code, name, code[:9])


FIRST = [COUNTY, TOWN, OTHER, village("990101001001", "丰禾社区居委会"), village("990101001002", "向阳社区居委会"),
         village("990101100200", "张楼村委会"), village("990101100201", "张楼村委会"), village("990101100400", "国营菜场")]
SECOND = [COUNTY, TOWN, Row("township", "990101101", "柳河新镇", "990101"), village("990101001001", "丰禾社区居民委员会"),
          village("990101101200", "张楼村委会"), village("990101101201", "张楼村委会"), village("990101101400", "国营菜场"),
          village("990101001003", "滨河社区居委会")]


def shape():
    """Kind, level and code of each change of the newest edition, county by county."""
    return Counter((c["kind"], c["level"]) for e in Edition.objects.order_by("-in_force_from")[:1] for c in e.changes)


@pytest.fixture
def twice(act):
    """Both invented editions."""
    take_over(edition="2019-10", rows=FIRST, **act)
    market = Unit.objects.get(name="国营菜场")
    return market, take_over(edition="2023-06", rows=SECOND, **act)


def test_the_first_edition_makes_the_tree(act):
    outcome = take_over(edition="2019-10", rows=FIRST, **act)
    assert outcome.shown()["counties"]["990101"]["added"] == {"township": 2, "village": 5}
    root = Unit.objects.get(parent=None)
    assert (root.name, root.code, root.from_on) == ("青禾县", "990101", date(2019, 10, 1))
    assert all(unit.path == f"{unit.parent.path}{unit.id}/" for unit in Unit.objects.exclude(parent=None))


def test_a_later_edition_is_a_change_set(twice):
    market, outcome = twice
    assert shape() == {("added", "township"): 1, ("gone", "township"): 1, ("gone", "village"): 3, ("added", "village"): 3,
                       ("renamed", "village"): 1, ("moved", "village"): 1}
    moved = next(c for c in outcome.shown()["changes"] if c["kind"] == "moved")
    assert moved == {"kind": "moved", "level": "village", "code": "990101101400", "name": "国营菜场", "old_code": "990101100400",
                     "old_name": "国营菜场", "parent": "990101101"}
    market.refresh_from_db()
    assert market.code == "990101101400" and market.parent.name == "柳河新镇" and market.path.startswith(market.parent.path)


def test_a_name_that_goes_and_comes_twice_has_not_moved(twice):
    assert Unit.objects.filter(name="张楼村委会", until_on=date(2023, 6, 1)).count() == 2
    assert Unit.objects.filter(name="张楼村委会", until_on=None).count() == 2


def test_codes_and_names_are_dated_half_open(twice):
    market, _ = twice
    old, new = Naming.objects.filter(unit=market).order_by("from_on")
    assert (old.code, old.from_on, old.until_on) == ("990101100400", date(2019, 10, 1), date(2023, 6, 1))
    assert (new.code, new.from_on, new.until_on) == ("990101101400", date(2023, 6, 1), None)
    renamed = Unit.objects.get(code="990101001001")
    assert [n.name for n in renamed.namings.order_by("from_on")] == ["丰禾社区居委会", "丰禾社区居民委员会"]


def test_counts_follow_the_day(twice):
    change = date(2023, 6, 1)
    assert queries.count(date(2019, 9, 30)) == {}
    assert queries.count(change - timedelta(days=1)) == {"990101": {"township": 2, "village": 5}}
    assert queries.count(change) == {"990101": {"township": 2, "village": 5}}
    assert Unit.objects.in_force(change).filter(name="向阳社区居委会").count() == 0


def test_a_dry_run_only_shows(act):
    shown = take_over(edition="2019-10", rows=FIRST, dry_run=True, **act).shown()
    assert shown["applied"] is False and len(shown["changes"]) == len(FIRST)
    assert not Unit.objects.exists() and not Edition.objects.exists() and not Line.objects.exists()


def test_the_same_edition_again_changes_nothing(twice, act):
    before = list(Unit.objects.order_by("id").values()), Line.objects.count(), Naming.objects.count()
    again = take_over(edition="2023-06", rows=SECOND, **act).shown()
    assert again["changes"] == [] and again["applied"] is True
    assert before == (list(Unit.objects.order_by("id").values()), Line.objects.count(), Naming.objects.count())


def test_an_older_edition_or_other_rows_for_the_same_month_are_refused(twice, act):
    with pytest.raises(DivisionFault, match="2023-06"):
        take_over(edition="2019-10", rows=FIRST, **act)
    with pytest.raises(DivisionFault, match="不同"):
        take_over(edition="2023-06", rows=SECOND[:-1], **act)


def test_a_placeholder_county_is_adopted(act):
    evening = Unit.objects.create(id=1, path="/1/", level="county", name="本县", from_on=date(2026, 11, 21))
    Figure.objects.create(unit=evening, kind="population", value=600_000, from_on=date(2026, 11, 21))
    take_over(edition="2019-10", rows=FIRST, **act)
    evening.refresh_from_db()
    assert (evening.name, evening.code, Unit.objects.filter(parent=None).count()) == ("青禾县", "990101", 1)
    assert queries.count(date(2019, 10, 1)) == {"990101": {"township": 2, "village": 5}}


def test_a_unit_entered_by_hand_finds_its_code(act):
    take_over(edition="2019-10", rows=FIRST, **act)
    town = Unit.objects.get(code="990101001")
    hand = Unit.objects.create(id=900, path=f"{town.path}900/", parent=town, level="village", name="滨河社区居委会",
                               from_on=date(2020, 2, 1))
    take_over(edition="2023-06", rows=SECOND, **act)
    hand.refresh_from_db()
    assert hand.code == "990101001003" and Unit.objects.filter(name="滨河社区居委会").count() == 1


@pytest.mark.parametrize("edition", ["2019-10", "2023-06"])
def test_published_editions_count_as_their_lists_say(act, divisions_folder, edition):
    rows = divisions.read(divisions.found_in(divisions_folder, edition))
    take_over(edition=edition, rows=rows, **act)
    assert queries.count(divisions.first_day(edition)) == listed(divisions_folder, edition)


def test_both_published_editions_follow_each_other(act, divisions_folder):
    for edition in ("2019-10", "2023-06"):
        take_over(edition=edition, rows=divisions.read(divisions.found_in(divisions_folder, edition)), **act)
    assert queries.count(date(2023, 5, 31)) == listed(divisions_folder, "2019-10")
    assert queries.count(date(2023, 6, 1)) == listed(divisions_folder, "2023-06")
    shan = Edition.objects.get(county__code="371722", name="2023-06")
    assert shan.counts["renamed"]["village"] == 486 and shan.counts["gone"]["village"] == shan.counts["added"]["village"] == 6
    standing = Unit.objects.in_force(date(2023, 6, 1))
    assert not standing.exclude(parent=None).exclude(parent__in=standing).exists()


def listed(folder, edition):
    """Rows of the raw lists, counted without any code of ours."""
    found = {}
    for kind, level in (("streets", "township"), ("villages", "village")):
        with open(folder / f"{kind}_five_counties_{edition}.csv", encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                found.setdefault(row["code"][:6], {"township": 0, "village": 0})[level] += 1
    return found
