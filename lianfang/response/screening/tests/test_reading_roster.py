"""The reference roster of three villages gives exactly the answers beside it."""

import json

from lianfang.response.screening import reading

from .reading_samples import ON, shared

ROSTER = "reference/rosters/arrivals_three_villages"


def test_reference_roster_gives_the_answers_beside_it() -> None:
    expected = json.loads(shared(f"{ROSTER}.expected.json").read_text(encoding="utf-8"))["sheets"]
    result = reading.read(shared(f"{ROSTER}.xlsx"), kind="returnees", on=ON)
    found = {
        sheet.name: {
            "rows": len(sheet.rows),
            "accepted": sum(row.fault is None for row in sheet.rows),
            "faults": {str(row.number): row.fault.code for row in sheet.rows if row.fault},
        }
        for sheet in result.sheets
    }
    assert found == expected


def test_every_day_of_the_reference_roster_is_in_the_winter_of_2020() -> None:
    result = reading.read(shared(f"{ROSTER}.xlsx"), kind="returnees", on=ON)
    days = [row.arrived_on for row in result.accepted]
    assert len(days) == 216
    assert {(day.year, day.month) for day in days if day} == {(2020, 1), (2020, 2)} and None not in days


def test_one_sheet_of_the_reference_roster_by_name() -> None:
    result = reading.read(shared(f"{ROSTER}.xlsx"), kind="returnees", on=ON, sheet="新兴村")
    assert [(sheet.name, len(sheet.rows)) for sheet in result.sheets] == [("新兴村", 80)]
