"""Today's zero reports, one town's still to be made; a release of yesterday, and a weekly bulletin that waits for the county leader."""
from datetime import timedelta

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of, moment
from lianfang.overview.papers import actions

OPENS, SAID, FEVER = "08:00", timedelta(minutes=7), 5
WEEK = ("截至【截至】，全县累计管控【累计管控】人，已结束【已结束】人，在管【在管】人，其中集中隔离【集中隔离】人、居家隔离【居家隔离】人。"
        "逾期待办【逾期待办】件，应管未管【应管未管】人。")
RELEASE = ("截至【截至】，全县在管【在管】人，累计管控【累计管控】人，已结束【已结束】人。\n"
           "请广大居民做好个人防护，有发热等症状及时报告所在村（社区）。")


@everything()
def tell(land, staff, until):
    """Before eight there is nothing yet."""
    county, officer, leader, opens = land.county, staff["officer"], staff["leader"], moment(day_of(until), OPENS)
    if until > opens:
        owing = actions.open_zeros(at=opens)
        for n, report in enumerate(owing, 1):
            if report.unit_id == land.towns[0].pk:  # the demo's own town
                continue
            at = min(opens + n * SAID, until)
            actions.state_zero(report=report, counts={"fever": 1} if n % FEVER == 0 else None, by=officer, at=at)
    on = day_of(until) - timedelta(days=1)
    at = moment(on, "20:00")
    told = {"unit": county, "on": on, "by": officer, "at": at}
    release = actions.draft_paper(kind="press", title="疫情防控工作通报", words=RELEASE, **told)
    actions.approve_paper(paper=release, by=leader, at=at + timedelta(minutes=20))
    actions.publish_paper(paper=release, by=officer, at=at + timedelta(minutes=25))
    actions.draft_paper(kind="weekly", title="疫情防控周报", words=WEEK, **told | {"at": min(at + timedelta(hours=1), until)})
