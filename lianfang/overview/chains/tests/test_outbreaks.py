"""Two real outbreaks on screen: chains, generations, out-degrees, curves, intervals and R are what the raw files themselves say."""
import csv
import os
import statistics
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.overview.chains.reproduction import reproduction, serial_weights
from lianfang.response.cases import actions

OUTBREAKS = Path(os.environ.get("LIANFANG_SHARED", "../shared")) / "reference" / "outbreaks"
FILES = {"mers": ("mers_korea_2015_linelist.csv", "mers_korea_2015_contacts.csv", "id", "dt_onset"),
         "measles": ("measles_hagelloch_1861.csv", "measles_hagelloch_1861.csv", "case_ID", "date_of_prodrome")}
PUBLISHED = {"mers": (12.6, 2.8), "measles": (14.9, 3.9)}


class Raw:
    """What the files say, by plain counting."""

    def __init__(self, disease):
        cases, links, number, onset = FILES[disease]
        rows = self.read(cases)
        self.onset = {row[number]: date.fromisoformat(row[onset]) if row[onset] not in ("", "NA") else None for row in rows}
        self.abroad = {row[number] for row in rows if row.get("place_infect") == "Middle East"}
        pairs = [(row.get("from") or row.get("infector"), row.get("to") or row.get("case_ID")) for row in self.read(links)]
        self.pairs = [pair for pair in pairs if pair[0] not in (None, "", "NA")]
        several = Counter(case for _source, case in self.pairs)
        self.sure = [pair for pair in self.pairs if several[pair[1]] == 1]

    @staticmethod
    def read(name):
        if not (OUTBREAKS / name).exists():
            pytest.skip(f"{OUTBREAKS / name} is not here")
        with (OUTBREAKS / name).open(encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def generation(self, case):
        above = [source for source, one in self.pairs if one == case]
        return 1 + min((self.generation(source) for source in above), default=0)

    @property
    def intervals(self):
        known = [(self.onset[a], self.onset[b]) for a, b in self.sure if self.onset[a] and self.onset[b]]
        return [(later - earlier).days for earlier, later in known]


@pytest.fixture(params=FILES)
def outbreak(request, cast, client):
    """One of them, brought in through the page; who looks is an epidemiologist."""
    raw, (cases, links, _number, _onset) = Raw(request.param), FILES[request.param]
    given = {"disease": request.param, "unit": cast.units["青禾县"], "by": cast.epi, "at": cast.at}
    with everything():
        actions.import_linelist(content=(OUTBREAKS / cases).read_bytes(), name=cases, is_over=True, **given)
    client.force_login(cast.epi)
    with (OUTBREAKS / links).open("rb") as file:
        client.post(reverse("cases:linelists"), {"disease": request.param, "unit": cast.units["青禾县"].pk, "holds": "links", "file": file})

    def page(name, **asked):
        return client.get(reverse(f"chains:{name}"), {"disease": request.param, **asked})

    return request.param, raw, page


def test_all_that_is_shown_is_what_the_files_say(outbreak, cast):
    disease, raw, page = outbreak
    drawing = page("drawing").json()
    labels = [node[1] for node in drawing["nodes"]]
    assert set(labels) == set(raw.onset) and drawing["first"] == str(min(filter(None, raw.onset.values())))
    assert {(labels[a], labels[b], sure) for a, b, sure in drawing["links"]} == {(*pair, int(pair in raw.sure)) for pair in raw.pairs}
    assert {node[1]: node[4] for node in drawing["nodes"]} == {case: raw.generation(case) for case in raw.onset}
    degrees, maybe = Counter(a for a, _b in raw.sure), Counter(a for a, _b in set(raw.pairs) - set(raw.sure))
    assert {node[1]: (node[5], node[6]) for node in drawing["nodes"]} == {case: (degrees[case], maybe[case]) for case in raw.onset}
    assert {node[1] for node in drawing["nodes"] if node[7]} == raw.abroad
    assert {node[1] for node in drawing["nodes"] if not node[3]} == {case for case, onset in raw.onset.items() if not onset}

    curve = page("curve").context
    days = Counter(filter(None, raw.onset.values()))
    assert {on: sum(counts) for on, counts, _url in curve["points"] if sum(counts)} == days
    assert {on: counts[1] for on, counts, _url in curve["points"] if counts[1]} == Counter(raw.onset[case] for case in raw.abroad)
    assert curve["unknown"] == sum(not onset for onset in raw.onset.values())
    most, url = max(curve["points"], key=lambda point: sum(point[1]))[::2]
    listed = page("listed", **dict(part.split("=") for part in url.split("?")[1].split("&")))
    assert listed.context["table"].count == days[most]

    told = page("intervals").context["told"]
    assert told.days == sorted(raw.intervals)
    assert told.mean == pytest.approx(statistics.mean(raw.intervals)) and told.deviation == pytest.approx(statistics.stdev(raw.intervals))

    first, last = min(days), max(days)
    series = [days[first + timedelta(days=n)] for n in range((last - first).days + 1)]
    imported = [series[0]] + [0] * (len(series) - 1)
    mean, deviation = PUBLISHED[disease]
    wanted = reproduction([0, *series[1:]], imported, serial_weights(mean, deviation, len(series)))
    shown = page("reproduction").context["points"]
    assert [point[0] for point in shown] == [first + timedelta(days=one.last) for one in wanted]
    assert [point[1:4] for point in shown] == [pytest.approx((one.low, one.mean, one.high), rel=1e-9) for one in wanted]
    own = page("reproduction", interval="own").context["given"]
    assert own["mean"] == pytest.approx(statistics.mean(raw.intervals))
    for name in ("chain", "stays", "rates", "clusters"):
        assert page(name).status_code == 200
    later = actions.Word(unit=cast.units["青禾县"], name="林下", disease=disease, channel="hospital", onset_on=cast.on)
    with everything():
        actions.take_in(words=[later], by=cast.epi, at=cast.at)
    assert page("chain").context["shape"]["cases"] == 1  # another outbreak, years later
    assert page("chain", case=labels[0]).context["shape"]["cases"] == len(raw.onset)
