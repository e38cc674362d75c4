"""The reference roster comes in with exactly the answers beside it, through the command; and once only."""
import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Membership, Person
from lianfang.response.screening.models import Arrival, Doubt, Import, RowFault

from .conftest import book, errors_by_sheet, row

ON = ["--kind", "returnees", "--source", "community", "--on", "2020-02-08"]


@pytest.fixture
def roster(capsys):
    """Run `lianfang roster import … --json`: the answer, and what was said beside it."""
    def run(*given):
        call_command("roster", "import", *map(str, given), "--json")
        said = capsys.readouterr()
        return json.loads(said.out), said.err

    return run


@pytest.mark.django_db(transaction=True)
def test_on_an_empty_tree_exactly_the_answers_and_only_once(roster, reference, settings):
    file, sheets = reference
    first, said = roster(file, *ON)
    assert errors_by_sheet(first["faults"]) == {name: sheet["faults"] for name, sheet in sheets.items()}
    counts = {name: sum(s[name] for s in sheets.values()) for name in ("rows", "accepted")}
    assert {name: first[name] for name in counts} == counts
    assert (first["created"], first["merged"], first["rejected"]) == (counts["accepted"], 0, counts["rows"] - counts["accepted"])
    assert settings.COUNTY_NAME in said
    again, _ = roster(file, *ON)
    assert (again["created"], again["merged"], again["faults"]) == (0, counts["accepted"], first["faults"])
    with everything():
        assert Unit.objects.get().level == "county"
        for model in (Person, Arrival, Membership):
            assert model.objects.count() == counts["accepted"]
        assert Doubt.objects.filter(kind="address_doubt").count() == counts["accepted"]
        assert Line.objects.filter(verb="screening.find").count() == counts["accepted"]


@pytest.mark.django_db(transaction=True)
def test_a_dry_run_answers_the_same_and_writes_nothing(roster, reference, tmp_path):
    file, sheets = reference
    report = tmp_path / "更正表.xlsx"
    answer, _ = roster(file, *ON, "--dry-run", "--report", report)
    assert errors_by_sheet(answer["faults"]) == {name: sheet["faults"] for name, sheet in sheets.items()}
    assert answer["created"] == answer["accepted"] == sum(s["accepted"] for s in sheets.values())
    assert report.read_bytes().startswith(b"PK")
    with everything():
        assert not any(model.objects.exists() for model in (Unit, Person, Arrival, Import, RowFault, Line))


@pytest.mark.django_db(transaction=True)
def test_several_counties_ask_for_one(roster, cast, reference):
    Unit.objects.create(id=900, path="/900/", level="county", name="白河县", code="990200", from_on=cast.on)
    with pytest.raises(CommandError, match="白河县"):
        roster(reference[0], *ON)
    answer, _ = roster(reference[0], *ON, "--unit", "990200")
    with everything():
        assert set(Person.objects.values_list("unit_id", flat=True)) == {900} and answer["created"] == 216


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 not a sheet", b"PK\x03\x04broken", "只是一段话\n没有表头".encode()])
def test_a_file_that_is_no_roster_leaves_nothing(roster, tmp_path, content):
    file = tmp_path / "名册.xlsx"
    file.write_bytes(content)
    with pytest.raises(CommandError) as refused:
        roster(file, *ON)
    assert len(str(refused.value)) > 4 and "Traceback" not in str(refused.value)
    with everything():
        assert not any(model.objects.exists() for model in (Unit, Import, Line))


@pytest.mark.django_db(transaction=True)
def test_columns_named_by_hand(roster, tmp_path, cast):
    file = tmp_path / "名册.xlsx"
    file.write_bytes(book(row(1), headers=["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"]))
    with pytest.raises(CommandError):
        roster(file, *ON, "--unit", "990100")
    answer, _ = roster(file, *ON, "--unit", "990100", "--map", "name=甲,id_number=乙,phone=丙")
    assert (answer["accepted"], answer["created"]) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_a_register_prints_its_basis(roster, tmp_path, cast):
    file = tmp_path / "底册.xlsx"
    file.write_bytes(book(row(1), row(2)))
    answer, said = roster(file, "--kind", "residents", "--source", "civil_register")
    assert answer["basis"] == "joint-control matching" and "joint-control matching" in said
    assert Line.objects.get(verb="screening.enter").data == {"entries": 2}
