"""Invented people and rosters for the tests of reading, and the way to the shared reference files."""

import datetime
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from lianfang.ground.sheets import Sheet
from lianfang.registers.people.typed.identity import check_digit
from lianfang.response.screening import reading
from lianfang.response.screening.reading import Reading

ON = datetime.date(2020, 2, 8)
HEADER = ["姓名", "身份证号", "联系电话", "家庭住址", "来源地", "返乡日期", "体温"]


def number(birth: str = "19690119", sequence: int = 404, division: str = "220722") -> str:
    """A well-formed ID of nobody."""
    body = f"{division}{birth}{sequence:03}"
    return body + check_digit(body)


def person(name: str = "张伟", *, sequence: int = 404, **changes: Any) -> list[Any]:
    """A row under HEADER with nothing wrong, but for what is changed (by header)."""
    row = [name, number(sequence=sequence), f"131815{90000 + sequence}", "和平村12号", "韩国首尔", "2020-01-31", 36.5]
    for header, value in changes.items():
        row[HEADER.index(header)] = value
    return row


def read(*tables: Sequence[Sequence[Any]], kind: str = "returnees", on: datetime.date = ON, **options: Any) -> Reading:
    """Read tables given as rows; the sheets are called 表1, 表2…"""
    sheets = [Sheet(f"表{at}", [list(row) for row in rows]) for at, rows in enumerate(tables, 1)]
    return reading.read(sheets, kind=kind, on=on, **options)


def faults(result: Reading) -> list[tuple[int, str]]:
    return [(fault.row, fault.code) for fault in result.faults]


def shared(path: str) -> Path:
    """A shared reference file; the test is skipped, saying so, where the folder is absent."""
    places = [os.environ.get("LIANFANG_SHARED", ""), *(str(up.parent / "shared") for up in Path(__file__).resolve().parents)]
    found = next((Path(place) / path for place in places if place and (Path(place) / path).exists()), None)
    return found or pytest.skip(f"no shared folder with {path}; set LIANFANG_SHARED")
