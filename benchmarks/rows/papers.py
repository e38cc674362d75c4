"""The bulletin of the county: figures frozen at a past cut-off, then written as Word and as PDF."""
from statistics import median

from benchmarks.county import timed


def measure(county) -> dict:
    """The middle of three past cut-offs that nobody has frozen yet."""
    from lianfang.ground.accounts.queries import CONSOLE, named
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.days import now
    from lianfang.ground.units.models import Unit
    from lianfang.overview.situation import actions, cutoffs, queries

    unit, by = Unit.objects.get(parent=None), named(CONSOLE)

    def bulletin(cut):
        paper = queries.paper(actions.freeze(unit=unit, cut_off_at=cut.at, by=by, at=now()))
        for content in (paper.docx(), paper.pdf()):
            assert len(content) > 5000

    with everything():
        return {"ours": {"bulletin": median(timed(lambda cut=cut: bulletin(cut)) for cut in cutoffs.latest(now(), 7)[4:])}}
