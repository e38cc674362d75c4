"""Whatever somebody types into a roster, a category or a place of his own, no line of the journal carries a word of it."""
from datetime import date

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.journal.models import Line
from lianfang.ground.units.actions import rename_units
from lianfang.overview.ending.proof import is_wordless
from lianfang.registers.people.actions import add_category, end_category, rename_category
from lianfang.response.screening import actions
from lianfang.response.screening.models import Doubt
from lianfang.response.screening.tests.conftest import ON, book, row

NAME = "周明远"


@pytest.fixture(autouse=True)
def _all(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    with everything():
        yield


def bring(cast, content, kind="returnees", source="community", **more):
    return actions.bring_in(content=content, name=f"{NAME}家.xlsx", kind=kind, unit=cast.units["青禾县"], on=ON, source=source,
                            by=cast.officer, at=now(), basis=f"{NAME}报来", **more)


def named():
    return [(told.verb, told.data) for told in Line.objects.all() if NAME in str(told.data) or not is_wordless(told.data)]


def test_a_roster_leaves_no_word_of_its_basis_its_file_or_its_sheet(cast):
    bring(cast, book(row(1), name=NAME), "residents", "civil_register")
    bring(cast, book(row(2), name=NAME), "leads", "other_county")
    bring(cast, book(row(3, name=NAME), name=NAME))
    assert Line.objects.filter(verb="screening.find").exists() and named() == []


def test_nor_does_a_draft_that_is_confirmed(cast):
    draft = actions.receive(content=book(row(1), name=NAME), name=f"{NAME}.xlsx", kind="returnees", unit=cast.units["青禾县"], on=ON,
                            source="community", by=cast.officer, at=now(), sheet=NAME, basis=NAME, is_draft=True)
    actions.confirm(roster=draft, layouts=[], by=cast.officer, at=now(), basis=f"{NAME}又说")
    assert draft.basis == f"{NAME}又说" and Line.objects.filter(verb="screening.confirm").exists() and named() == []


def test_nor_does_a_name_that_is_settled(cast):
    bring(cast, book(row(1, name=NAME), name=NAME))
    bring(cast, book(row(1, name="周明选", phone="13900000002", on="2020-03-09"), name=NAME))
    actions.resolve_name(doubt=Doubt.objects.get(kind="name_doubt"), outcome="other", by=cast.township, at=now())
    assert Line.objects.filter(verb="screening.find").count() == 3 and named() == []


def test_nor_does_a_category_or_a_door(cast):
    made = add_category(code="guests", zh=NAME, en=NAME, source=NAME, from_on=ON, by=cast.officer, at=now())
    rename_category(category=made, zh=f"{NAME}家", en="", source=NAME, by=cast.officer, at=now())
    end_category(category=made, until_on=date(2020, 4, 1), by=cast.officer, at=now())
    rename_units(names=[(cast.units["502"], "", f"{NAME}家")], from_on=ON, by=cast.officer, at=now())
    assert Line.objects.filter(verb="units.rename").exists() and named() == []


def test_the_proof_sees_a_word_wherever_it_stands():
    journal.write([line("screening.enter", kind="import", record=None, by=1, at=now(), data={"rows": [1, {"of": NAME}]})])
    assert named() == [("screening.enter", {"rows": [1, {"of": NAME}]})]
