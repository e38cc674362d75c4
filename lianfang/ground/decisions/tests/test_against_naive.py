"""Tables held against an interpreter too plain to be wrong, on tables and facts nobody thought of; and doubt is never a pass."""
import math
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from .tables import table

FIRST = date(2020, 1, 1)
CODES = ["green", "red", "unknown"]
DAYS = st.integers(0, 60).map(lambda n: FIRST + timedelta(days=n))
numbers = st.sampled_from([35.0, 36.5, 37.3, 38.0, 40.0])
temperature_cells = st.one_of(st.just("-"), st.just("not_measured"), st.just("!not_measured"),
                              st.tuples(st.sampled_from([">=", "<=", ">", "<"]), numbers).map(lambda p: f"{p[0]}{p[1]}"),
                              st.tuples(numbers, numbers).map(lambda p: f"{min(p)}..{max(p)}"),
                              st.tuples(numbers, numbers).map(lambda p: f"<{min(p)}|{max(p)}"))
code_cells = st.one_of(st.just("-"), st.sampled_from(CODES), st.sampled_from(CODES).map("!{}".format),
                       st.lists(st.sampled_from(CODES), min_size=2, max_size=2, unique=True).map("|".join))
since_cells = st.sampled_from(["-", "0..14", ">14", "unknown", "<=7|unknown"])
rows = st.tuples(temperature_cells, code_cells, since_cells, st.sampled_from(["pass", "home"]), st.integers(1, 99),
                 st.sampled_from(["-", "1", "5", "9"]), DAYS, st.one_of(st.just("-"), DAYS))
PATHS = ["/", "/1/", "/1/5/", "/1/5/9/", "/2/", "/1/9/"]
facts = st.fixed_dictionaries({"temperature": st.one_of(st.floats(34, 42), st.just("not_measured")), "code": st.sampled_from(CODES),
                               "came_on": st.one_of(DAYS, st.just("unknown"))})


def says(cell, value):
    """Whether a condition, read from its text each time, is met."""
    if cell == "-":
        return True
    if cell.startswith("!"):
        return not says(cell[1:], value)
    if "|" in cell:
        return any(says(part, value) for part in cell.split("|"))
    if isinstance(value, str):
        return cell == value
    for sign, holds in ((">=", lambda a, b: a >= b), ("<=", lambda a, b: a <= b), (">", lambda a, b: a > b), ("<", lambda a, b: a < b)):
        if cell.startswith(sign):
            return holds(value, float(cell[len(sign):]))
    if ".." in cell:
        low, high = cell.split("..")
        return float(low) <= value <= float(high)
    return cell not in (*CODES, "not_measured") and float(cell) == value


def naive(lines, known, on, path):
    """(days) of the winning row, or None: look at every row, keep the best."""
    if known["came_on"] != "unknown" and known["came_on"] > on:
        return None
    since = "unknown" if known["came_on"] == "unknown" else (on - known["came_on"]).days
    best = None
    for n, (temperature, code, days_since, _, days, area, start, end) in enumerate(lines):
        depth = 0 if area == "-" else path.split("/").index(area) if area in path.split("/") else None
        if depth is None or not start <= on or (end != "-" and not on < end):
            continue
        if says(temperature, known["temperature"]) and says(code, known["code"]) and says(days_since, since):
            best = max(best or (-1,), (depth, start, -n, days))
    return best and best[3]


@settings(max_examples=400, deadline=None)
@given(st.lists(rows.filter(lambda r: r[7] == "-" or r[6] < r[7]), min_size=1, max_size=8), facts, DAYS, st.sampled_from(PATHS))
def test_equal_to_the_naive_interpreter(lines, known, on, path):
    found = table(*(",".join(map(str, line)) for line in lines))
    assert not found.faults
    ruling = found.decide(known, on=on, path=path)
    assert ruling.result["days"] == naive(lines, known, on, path)
    assert ruling.manual_review == (ruling.row is None)


anything = st.one_of(st.none(), st.text(), st.booleans(), st.floats(), st.integers(),
                     st.lists(st.integers(), max_size=2), st.just(math.nan),
                     st.dictionaries(st.text(), st.text(), max_size=1), st.datetimes())
GOOD = {"temperature": 36.5, "code": "green", "came_on": FIRST}
ALL_PASS = table("-,-,-,pass,-")


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(GOOD)), anything, st.sampled_from(["replace", "leave out"]))
def test_never_a_pass_on_a_missing_or_malformed_fact(name, value, how):
    given_facts = {**GOOD, name: value} if how == "replace" else {k: v for k, v in GOOD.items() if k != name}
    ruling = ALL_PASS.decide(given_facts, on=FIRST)
    number = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    code = isinstance(value, str) and value in CODES
    good = how == "replace" and {"temperature": number or value == "not_measured", "code": code, "came_on": value == "unknown"}[name]
    assert (ruling.result["measure"] == "pass") == bool(good)
    assert ruling.manual_review != bool(good)
    assert bool(good) or name in ruling.missing + ruling.malformed
