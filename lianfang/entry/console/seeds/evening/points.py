"""The register of risk points of the last two weeks: seven points, what some units said of them, one that rose and what was done against
it, one that is left to those who look at the demo."""
from datetime import timedelta

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of, moment
from lianfang.response.directives import actions as directives
from lianfang.response.directives import queries as tasks
from lianfang.response.risk.points import actions, queries
from lianfang.response.risk.points.rules import hours, week_of

TOWNS, LATE, LEFT = 2, 2, "border"
WORSE = {"workers": ("likely", "high"), "border": ("likely", "medium")}


def weigh(land, staff, until):
    """Two weeks ago all seven were entered; a week that is over, and the one before: some said it, the last of the towns did not."""
    officer, this = staff["officer"], week_of(day_of(until))
    units = [land.county, *land.towns[:TOWNS], *[one for one in land.villages if one.parent_id in {town.pk for town in land.towns[:TOWNS]}]]
    entered = moment(this - timedelta(days=14), "09:00")
    with everything():
        actions.take_points(unit=land.county, by=officer, at=entered)
        for back, worse in ((14, {}), (7, WORSE)):
            week_on = this - timedelta(days=back)
            opens, _due = hours("village", week_on)
            weeks = actions.ask_week(units=units, by=officer, at=opens)
            for n, week in enumerate(weeks[:-LATE] if worse else weeks):
                said = {one.pk: worse.get(one.code, (one.likelihood, one.harm)) if n % 2 else (one.likelihood, one.harm)
                        for one in queries.points_for(week.unit)}
                actions.assess(week=week, ratings=said, words="", by=officer, at=opens + timedelta(minutes=10 * n))
        at = moment(this - timedelta(days=3), "16:00")
        for one in queries.points_for(land.county):
            if one.code == "workers":
                risen = one
                actions.rate_point(point=one, likelihood="likely", harm="high", words="下周有两批包车返乡", by=officer, at=at)
            elif one.code != LEFT:
                actions.rate_point(point=one, likelihood=one.likelihood, harm=one.harm, words="和上周一样", by=officer, at=at)
        ordered = [actions.Ordered("包车到站逐人登记、采样", town, due_at=until + timedelta(hours=6)) for town in land.towns[:2]]
        actions.order_measures(point=risen, measures=ordered, by=officer, at=at)
        done = next(iter(tasks.of_origin([risen.pk])))
        directives.do(task=done, words="两车 61 人，登记采样完", by=officer, at=at + timedelta(hours=2))
        directives.close_task(task=done, by=staff["leader"], at=at + timedelta(hours=3))
