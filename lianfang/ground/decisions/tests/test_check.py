"""What a check of a table finds."""
from datetime import date

import pytest

from ..checks import check, ties, unreachable
from ..evaluator.table import Source
from ..words.labels import Labels
from .tables import table

TOLD = "says,on,temperature,code,came_on,measure,days\n红码,2020-03-10,36,red,unknown,home,14\n"


def codes(faults):
    return [(f.code, f.row) for f in faults]


def test_a_good_table_has_no_faults():
    assert check(table("-,red,-,home,14"), TOLD) == []


def test_every_row_needs_an_example_and_every_example_must_come_true():
    assert codes(check(table("-,red,-,home,14", "-,green,-,pass,-"), TOLD)) == [("no_example", 4)]
    wrong = check(table("-,red,-,home,7"), TOLD)
    assert codes(wrong) == [("example_fails", 2)] and wrong[0].column == "days"


@pytest.mark.parametrize("told, code", [
    ("says,on,weather\n红码,2020-03-10,sun\n", "example_column"), ("on,code\n2020-03-10,red\n", "example_column"), ("", "example_column"),
    ("says,on,code\n红码,10.3.2020,red\n", "bad_example"), ("says,on,code\n,2020-03-10,red\n", "bad_example"),
    ("says,on,code\n红码,2020-03-10\n", "example_width"), ("says,on,code,days\n红码,2020-03-10,red,two\n", "bad_example"),
])
def test_examples_that_cannot_be_read_are_named(told, code):
    assert code in {f.code for f in check(table("-,red,-,home,14"), told)}


def test_two_versions_of_one_area_and_day_that_differ_are_a_tie():
    def both(first, second, area="5", day=date(2020, 3, 1)):
        own = [table(row, source=Source(mark, "5" if mark == "own-1" else area, date(2020, 3, 1) if mark == "own-1" else day))
               for mark, row in (("own-1", f"{first},-,-,-"), ("own-2", f"{second},-,-,-"))]
        return codes(ties(table("-,-,-,home,14").with_versions(own)))

    assert both("-,red,-,home,7", "-,!green,-,home,9") == [("tie", 3)]
    assert both("<37,-,-,home,7", "36.5..40,-,-,home,9") == [("tie", 3)]
    assert both("-,red,-,home,7", "-,red|unknown,-,home,7") == [], "they say the same"
    assert both("-,red,-,home,7", "-,green,-,home,9") == [], "no facts hit both"
    assert both("<37,-,-,home,7", "37..40,-,-,home,9") == []
    assert both("-,red,-,home,7", "-,red,-,home,9", day=date(2020, 3, 2)) == [], "the later goes first"
    assert both("-,red,-,home,7", "-,red,-,home,9", area="6") == []


@pytest.mark.parametrize("first, second, is_hidden", [
    ("-,-,-,home,7", "-,red,-,home,9", True), ("-,!green,-,home,7", "-,red,-,home,9", True), (">=37,-,-,home,7", "38..40,-,-,home,9", True),
    ("<37|>38,-,-,home,7", ">38.5,-,-,home,9", True), ("-,red,-,home,7", "-,-,-,home,9", False),
    (">=37,-,-,home,7", "not_measured,-,-,home,9", False),
    (">37,-,-,home,7", "37..40,-,-,home,9", False), ("!not_measured,-,-,home,7", ">37,-,-,home,9", True),
    ("-,-,-,home,7,-,2020-01-01,2020-02-01", "-,red,-,home,9", False), ("-,-,-,home,7,5", "-,red,-,home,9", False),
])
def test_rows_that_an_earlier_one_always_takes(first, second, is_hidden):
    assert codes(unreachable(table(first, second))) == ([("unreachable", 4)] if is_hidden else [])


def test_codes_without_words_are_named():
    found = check(table("-,red,-,home,14"), TOLD, labels=Labels())
    assert {f.code for f in found} == {"no_label"} and ("code", "green") in {(f.column, f.says) for f in found}
