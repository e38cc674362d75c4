"""A meeting of the county: facts frozen, its agenda, its minutes, two hundred who follow it; and the wall of the command room."""
from datetime import timedelta
from statistics import median

from benchmarks.county import timed
from benchmarks.live import watched
from benchmarks.processes import until
from benchmarks.rows.checks import requests
from benchmarks.wall import refreshed

PATIENCE = 900  # seconds
LONG_AGO = 400  # days: checks that nobody else measures


def measure(county) -> dict:
    """The middle of three past moments that nobody has frozen yet; the agenda on a fortnight of frozen facts; minutes of thirty items."""
    from lianfang.ground.accounts.models import Account
    from lianfang.ground.accounts.queries import CONSOLE, named
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.days import now
    from lianfang.ground.units.models import Unit
    from lianfang.ground.workflow import agenda
    from lianfang.overview.meetings import actions
    from lianfang.overview.meetings.papers.minutes import minutes_of

    with everything():
        _settled(county)
        unit, by, at = Unit.objects.get(parent=None), named(CONSOLE), now()
        moments = [at - timedelta(minutes=minutes) for minutes in (3, 2, 1)]
        said = {"unit": unit, "edition": "evening", "by": by, "at": at}
        frozen = median(timed(lambda cut=cut: actions.freeze(cut_off_at=cut, **said)) for cut in moments)
        _fortnight(unit, moments[0])
        built = median(timed(lambda: agenda.items(unit, moments[0], moments[-1])) for _again in range(3))
        officer = Account.objects.get(login="officer")
        meeting = _held(unit, officer, at)

        def paper():
            made = minutes_of(meeting, is_drill=True)
            assert all(len(content) > 5000 for content in (made.docx(), made.pdf()))

        printed = median(timed(paper) for _again in range(3))
        facts, _bare = requests(county, beyond=LONG_AGO)
    return {"ours": {"facts_frozen": frozen, "agenda_built": built, "minutes": printed, **watched(county, meeting, officer, facts),
                     **refreshed(county)}}


def _settled(county):
    """The clock has raised what the county was seeded with overdue: it would have done so by the hour, and now does it all at once."""
    from lianfang.ground.days import now
    from lianfang.ground.workflow.models import Turn

    county.serve()
    until(lambda: not Turn.objects.filter(closed_at=None, raise_at__lte=now()).exists(), PATIENCE, every=1)


def _fortnight(unit, before):
    """Facts of fourteen evenings more, like those of this moment."""
    from lianfang.overview.meetings.models import Facts, Reading

    readings = list(Reading.objects.filter(facts__unit=unit, facts__cut_off_at=before))
    for day in range(1, 15):
        at = before - timedelta(days=day)
        made = Facts.objects.create(unit=unit, edition="evening", cut_off_at=at, made_at=at, check_code="bench")
        Reading.objects.bulk_create(Reading(facts=made, unit_id=one.unit_id, figures=one.figures) for one in readings)


def _held(unit, officer, at):
    """A meeting with thirty items, each with something said, and ten decisions given to every town."""
    from lianfang.ground.units.models import Unit
    from lianfang.overview.meetings import actions

    meeting = actions.call(unit=unit, series="adhoc", begins_at=at, title="测算会商", by=officer, at=at)
    actions.begin(meeting=meeting, chair="测算", place="测算", by=officer, at=at)
    towns = list(Unit.objects.filter(parent=unit))
    for n in range(30):
        item = actions.add_item(meeting=meeting, words=f"议题{n}", by=officer, at=at)
        actions.note_item(item=item, said="各乡镇说明了情况，要求当天办结。" * 4, was=0, by=officer, at=at)
        if n < 10:
            actions.word_decision(meeting=meeting, item=item, words=f"第{n}项各乡镇当天落实", by=officer, at=at,
                                  shares=[{"unit": town, "due_at": at + timedelta(hours=5)} for town in towns])
    return meeting
