"""Whoever takes a list away leaves a line: every page with a list is found by itself and asked for its sheet."""
import io
import re
import zipfile

import pytest

from lianfang.ground import sheets
from lianfang.ground.journal.models import Line, Touched
from lianfang.ground.journal.numbers import number_of, told_of

from .standing import db, stage, standing  # noqa: F401
from .test_access import GUARDED, browser, url_of

pytestmark = pytest.mark.crawl
IS_FULL = True

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EXPORTING = {*(f"inspection:{page}" for page in ("teams", "coverage", "checklists", "rounds", "visits", "sheets", "problems", "writtens",
                                                 "market_checks", "market_cases", "complaints", "assessments", "commendations")),
             *(f"sites:{page}" for page in ("sites", "rooms", "placements", "cleanings", "rounds", "trips")),
             "people:looks", "discretion:glimpses", "discretion:protections", "redress:appeals",
             "redress:corrections", "drives:drives", "drives:drive",
             "people:people", "isolation:orders", "isolation:checks", "isolation:deviations", "isolation:held_lists", "isolation:easings",
             "isolation:alarms", "isolation:needs", "isolation:reviews", "isolation:touched", "analytics:acts",
             "isolation:switches", "isolation:switch", "trial:people", "risk:levels", "risk:rings",
             "screening:rosters", "screening:leads", "screening:doubts", "screening:correction",
             "situation:board", "situation:lines", "situation:houses", "situation:doors",
             "situation:compound", "situation:nodes", "situation:bulletins", "territory:unit", "territory:vacant", "territory:edition",
             "accounts:accounts", "accounts:nodes", "home:turns", "outbox:conflicts",
             *(f"doorstep:{page}" for page in ("campaigns", "campaign", "households", "calls", "seals", "questions", "comparisons",
                                              "comparison", "leaves")),
             "tracing:indexes", "tracing:contacts", "transfers:incomings", "transfers:departures",
             "upward:events", *(f"directives:{page}" for page in ("tasks", "directives", "receipts", "visits", "practices")),
             "cases:cases", "cases:revisits", "cases:linelist_out", "chains:listed", "chains:rates",
             "abnormal:sightings", "sensors:doors", "sensors:devices",
             "sites:sites", "sites:rooms",
             "hospitals:hospitals", "hospitals:weeks", "hospitals:problems",
             "laboratory:tubes", "laboratory:samples", "laboratory:recalls",
             "riskpoints:points", "riskpoints:weeks",
             "enterprises:firms", "meetings:meetings", "meetings:one_facts", "command:posts", "ledger:days", "ledger:cut",
             *(f"closures:{page}" for page in ("closures", "status", "places", "areas", "services", "checks", "exemptions", "events")),
             "papers:papers", "papers:zeros",
             *(f"testing:{page}" for page in ("groups", "members", "dues", "outcomes", "points", "point", "slot", "batches", "batch",
                                             "work_passes")),
             *(f"checkpoints:{page}" for page in ("vehicles", "passages", "shifts", "notices", "passes"))}
OF_NOBODY = {"screening:blank", "accounts:template", "decisions:xlsx", "doorstep:blank", "sites:blank",
             "directives:blank", "inspection:blank", "enterprises:blank"}  # blanks and rules
NEVER_TAKEN = {"inspection:cases"}  # a list that nobody takes away: it says no
OF_PEOPLE = {"sites:placements", "trial:people",
             "abnormal:sightings", "sensors:doors", "discretion:glimpses", "discretion:protections", "people:people",
             "isolation:orders", "isolation:checks", "isolation:deviations", "isolation:alarms", "isolation:needs",
             "isolation:reviews", "isolation:touched", "analytics:acts",
             "cases:cases", "cases:revisits", "cases:linelist_out", "chains:listed", "laboratory:samples", "laboratory:recalls",
             "isolation:easings", "checkpoints:passages", "checkpoints:notices", "screening:doubts", "screening:leads", "doorstep:leaves",
             "home:turns", "outbox:conflicts", "redress:appeals", "drives:drive",
             "testing:members", "testing:dues", "testing:outcomes", "testing:batch", "testing:work_passes",
             "redress:corrections", "tracing:indexes", "tracing:contacts", "transfers:departures",
             "upward:events"}  # whose rows are persons
ABOVE = {"screening:correction": 2}  # lines above the rows


@pytest.mark.parametrize("address", [a for a in GUARDED if a.name in EXPORTING], ids=lambda address: address.name)  # no others: test_canary
def test_a_list_that_is_taken_away_leaves_a_line(address, stage):  # noqa: F811
    before = set(Line.objects.values_list("pk", flat=True))
    url = url_of(address, stage)
    content = b"".join(browser(stage.near).get(f"{url}?export=xlsx&q=%E5%91%A8%E5%BB%BA%E6%98%8E"))
    told = Line.objects.filter(verb="ui.export").exclude(pk__in=before)
    line = told.get()
    rows = sum(len(sheet.rows) - ABOVE.get(address.name, 1) for sheet in sheets.read(content)[:1])
    assert (line.by, line.unit) == (stage.near.pk, stage.cast.units["青禾县"].pk)
    stood_in_it = Touched.objects.filter(line=line.pk).values_list("subject", flat=True)
    assert line.data == {"list": address.name, "rows": rows, **told_of(stood_in_it)}
    assert len(feet(content)) == len(sheets.read(content))
    assert all(number_of(line) in foot and stage.near.name in foot for foot in feet(content))
    assert bool(stood_in_it) == (address.name in OF_PEOPLE), f"{address.name}: name it in OF_PEOPLE, or let its rows say who they are"


def feet(content):
    """What stands in the foot of every printed page, sheet by sheet."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        parts = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    return [found[1] for part in parts if (found := re.search("<oddFooter>(.*?)</oddFooter>", part))]
