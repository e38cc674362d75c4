"""Whatever is added and moved, a path is the chain of its ancestors, and the lookup `under` finds exactly those below."""
from datetime import date, datetime
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from lianfang.ground.days import SHANGHAI
from lianfang.ground.journal.models import Line
from lianfang.ground.units import actions
from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.units.forms import place
from lianfang.ground.units.models import Naming, Unit
from lianfang.ground.units.queries import unit_named

BY = SimpleNamespace(id=1)
AT, ON = datetime(2020, 3, 18, 9, tzinfo=SHANGHAI), date(2020, 3, 18)
picks = st.integers(0, 10_000)
steps = st.lists(st.tuples(st.sampled_from(("add", "add root", "move", "move")), picks, picks), max_size=20)


class TestTree(TestCase):
    """Units come and move at random, beside a plain dict of parents; the database forgets after each example."""

    @settings(max_examples=40, deadline=None)
    @given(steps)
    def test_any_steps_leave_paths_that_are_chains(self, steps):
        self.parents = {}
        for verb, n, m in steps:
            self.move(n, m) if verb == "move" and self.parents else self.add(None if verb == "add root" else n)
        self.check()

    def pick(self, n):
        """One of the units there are."""
        return sorted(self.parents)[n % len(self.parents)]

    def add(self, n):
        """A unit, and another under it in the same call."""
        parent = None if n is None or not self.parents else Unit.objects.get(pk=self.pick(n))
        drafts = [{"parent": above, "level": "grid", "name": "甲", "from_on": ON} for above in (parent, 0)]
        first, second = actions.add_units(drafts=drafts, by=BY, at=AT)
        self.parents |= {first.id: parent and parent.id, second.id: first.id}

    def move(self, n, m):
        """One under another, unless it lies below itself."""
        unit, parent = self.pick(n), self.pick(m)
        units = Unit.objects.in_bulk([unit, parent])
        if unit in self.above(parent):
            with pytest.raises(ValueError):
                actions.move_unit(unit=units[unit], parent=units[parent], by=BY, at=AT)
        else:
            actions.move_unit(unit=units[unit], parent=units[parent], by=BY, at=AT)
            self.parents[unit] = parent

    def above(self, unit):
        """The unit and its ancestors, from below."""
        found = []
        while unit:
            found.append(unit)
            unit = self.parents[unit]
        return found

    def check(self):
        """Each path is the chain of its ancestors, and `under` finds exactly those below."""
        for unit in Unit.objects.all():
            assert unit.parent_id == self.parents[unit.id]
            assert unit.path == "/" + "".join(f"{pk}/" for pk in reversed(self.above(unit.id)))
            below = {pk for pk in self.parents if unit.id in self.above(pk)}
            assert set(Unit.objects.filter(path__under=unit.path).values_list("pk", flat=True)) == below


@pytest.fixture
def county(db):
    """A county with a code and a grid without."""
    drafts = [{"parent": None, "level": "county", "name": "青禾县", "code": "990101", "from_on": ON},
              {"parent": 0, "level": "grid", "name": "第1网格", "from_on": ON}]
    return actions.add_units(drafts=drafts, by=BY, at=AT)


def test_a_reach_of_none_is_refused_and_an_empty_one_is_nothing(county):
    with pytest.raises(ValueError):
        list(Unit.objects.filter(path__under=None))
    assert not Unit.objects.filter(path__under=Reach()).exists()
    assert Unit.objects.filter(path__under=Reach(TOP)).count() == 2
    assert list(Reach("/1/5/", "/1/", "/12/")) == ["/1/", "/12/"]
    assert list(Reach("/1/") & "/1/5/") == ["/1/5/"] == list(Reach("/1/5/") & "/1/")


def test_names_and_codes_are_half_open_periods(county):
    root, _grid = county
    for day, code in ((date(2021, 1, 1), "990102"), (date(2022, 1, 1), "990103")):
        actions.rename_units(names=[(root, code, "青禾县")], from_on=day, by=BY, at=AT)
    periods = list(Naming.objects.filter(unit=root).order_by("from_on").values_list("code", "from_on", "until_on"))
    assert periods == [("990101", ON, date(2021, 1, 1)), ("990102", date(2021, 1, 1), date(2022, 1, 1)), ("990103", date(2022, 1, 1), None)]
    assert unit_named("990103") == unit_named("990101") == unit_named(root.path) == root and unit_named("") is None


def test_a_name_borne_by_several_places_is_told_apart_in_words_that_may_be_typed(county):
    root, _grid = county
    towns = actions.add_units(drafts=[{"parent": root, "level": "township", "name": name, "from_on": ON} for name in ("东镇", "西镇")],
                              by=BY, at=AT)
    ours = actions.add_units(drafts=[{"parent": town, "level": "village", "name": "和平村", "from_on": ON} for town in towns], by=BY, at=AT)
    with pytest.raises(ValidationError, match="有 2 个，请写明是哪一个：东镇 和平村、西镇 和平村"):
        place("和平村", Reach(TOP))
    assert place("西镇 和平村", Reach(TOP)) == ours[1] and place("和平村", Reach(towns[0].path)) == ours[0]


def test_a_rename_from_before_replaces_what_came_later(county):
    root, _grid = county
    actions.rename_units(names=[(root, "990101", "新名")], from_on=date(2021, 1, 1), by=BY, at=AT)
    actions.rename_units(names=[(root, "990199", "旧制")], from_on=date(2019, 1, 1), by=BY, at=AT)
    assert list(Naming.objects.values_list("code", "from_on", "until_on")) == [("990199", date(2019, 1, 1), None)]
    root.refresh_from_db()
    assert (root.name, root.from_on) == ("旧制", date(2019, 1, 1))


def test_an_ended_unit_stands_no_more_from_that_day(county):
    actions.close_units(units=county, until_on=date(2021, 1, 1), by=BY, at=AT)
    assert Unit.objects.in_force(date(2020, 12, 31)).count() == 2 and not Unit.objects.in_force(date(2021, 1, 1)).exists()
    assert Naming.objects.get().until_on == date(2021, 1, 1)
    assert Line.objects.filter(verb="units.close").count() == 2
