"""The bulletins of the county: figures frozen at a past cut-off, then written as Word and as PDF; a week of them, drafted and written."""
from statistics import median

from benchmarks.county import timed


def measure(county) -> dict:
    """The middle of three past cut-offs that nobody has frozen yet; their figures stand in the ledger, as the clock writes them first
    (`facts_frozen` is the time of that)."""
    from lianfang.ground.accounts.queries import CONSOLE, named
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.days import now
    from lianfang.ground.units.models import Unit
    from lianfang.overview.ledger.actions import book
    from lianfang.overview.situation import actions, cutoffs, queries

    unit, by = Unit.objects.get(parent=None), named(CONSOLE)

    def bulletin(cut):
        paper = queries.paper(actions.freeze(unit=unit, cut_off_at=cut.at, by=by, at=now()))
        for content in (paper.docx(), paper.pdf()):
            assert len(content) > 5000

    with everything():
        for cut in cutoffs.latest(now(), 7)[4:]:
            book(unit=unit, cut_off_at=cut.at, by=by, at=now())
        ours = {"bulletin": median(timed(lambda cut=cut: bulletin(cut)) for cut in cutoffs.latest(now(), 7)[4:])}
        return {"ours": ours | {"weekly": _weekly(unit)}}


def _weekly(unit) -> float:
    """The weekly report of seven signed days, .docx and PDF; the middle of three."""
    from datetime import timedelta

    from lianfang.ground.accounts.queries import named
    from lianfang.ground.days import now, today
    from lianfang.overview.ledger import actions as ledger
    from lianfang.overview.papers import actions
    from lianfang.overview.papers.forms import WEEKLY
    from lianfang.overview.papers.papers.weekly import printed
    from lianfang.overview.situation import cutoffs

    by, last = named("officer"), today() - timedelta(days=1)
    for cut in cutoffs.latest(now(), 18):
        if cut.edition == cutoffs.EVENING:
            written = ledger.book(unit=unit, cut_off_at=cut.at, by=by, at=now())
            if not written.signed_at:
                ledger.sign(cut=written, by=by, at=now())

    def report():
        one = actions.draft_paper(kind="weekly", unit=unit, on=last, title="疫情防控周报", words=WEEKLY, by=by, at=now())
        paper = printed(one, is_drill=True)
        for content in (paper.docx(), paper.pdf()):
            assert len(content) > 5000

    return median(timed(report) for _ in range(3))
