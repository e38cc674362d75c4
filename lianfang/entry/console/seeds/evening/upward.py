"""Reports to the city: of the case of three weeks ago, reported, followed, ended; of a cluster in a school, reported first today."""
from datetime import timedelta

from lianfang.ground.accounts.scope import everything
from lianfang.registers.outside.actions import Said
from lianfang.response.upward import actions, queries
from lianfang.response.upward.papers.draft import draft

CITY, DESK = "市疫情防控指挥部", ("市疫情防控指挥部值班室", "雷鸣", "0000-5550404")
STAGES = (("first", actions.report_first, timedelta(minutes=55)), ("progress", actions.report_progress, timedelta(hours=22)),
          ("final", actions.report_final, timedelta(hours=44)))
TITLE, KNOWN = "县城某小学三年级流感样病例8例", timedelta(hours=3)


def report(land, staff, over, until):
    """The first receipts came by phone within minutes; the one of today is still owed."""
    by = staff["officer"]
    with everything():
        for event in queries.events_of(over.pk):
            for n, (stage, act, after) in enumerate(STAGES):
                at = event.known_at + after
                made = act(event=event, words=draft(event, stage), reported_at=at, way="system", to=CITY, by=by, at=at)
                said = Said(*DESK, at + timedelta(minutes=6), number=f"市收〔演练〕{31 + n}号", note="已收")
                actions.take_answer(report=made, said=said, by=by, at=at + timedelta(minutes=8))
        known = until - KNOWN
        event = actions.open_event(kind="cluster", title=TITLE, unit=land.county.pk, found_at=known - timedelta(minutes=40), known_at=known,
                                   disease="influenza_a", by=by, at=known + timedelta(minutes=4))
        at = known + timedelta(minutes=46)
        actions.report_first(event=event, words=draft(event, "first"), reported_at=at, way="phone", to=CITY, source=by.name, by=by, at=at)
