"""`lianfang seed`: the invented county 青禾县 with forty days behind it; refuses a database that holds a county already."""
import time

from django.conf import settings
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import Progress

from lianfang.entry.console.command import Command as Base
from lianfang.entry.console.command import Refusal
from lianfang.entry.console.seeds import (
    arrivals,
    cases,
    days,
    doorstep,
    emergency,
    gates,
    hospitals,
    land,
    outbreak,
    register,
    risk,
    sites,
    staff,
    testing,
    tubes,
)
from lianfang.entry.console.seeds.evening import (
    bulletins,
    closed,
    headquarters,
    letters,
    orders,
    papers,
    points,
    positions,
    sensors,
    upward,
)
from lianfang.entry.console.seeds.sizes import SIZES
from lianfang.ground import rows
from lianfang.ground.days import day_of, moment
from lianfang.ground.keeping import choices
from lianfang.ground.units.models import Unit


class Command(Base):
    """Make the demo."""

    help = _("造一个演练县（青禾县），里面的人都是虚构的")

    def arguments(self, parser):
        """How large."""
        parser.add_argument("--size", choices=sorted(SIZES), required=True)

    def answer(self, options):
        """Make land, staff, emergency, register, and the days."""
        if Unit.objects.exists():
            raise Refusal(_("数据库里已经有单位了，演练县只能造在空库里"))
        begun, size = time.monotonic(), SIZES[options["size"]]
        choices.choose(settings.HOME, second_factor="off")  # everybody knows the demo's one password; its pages say so
        past = arrivals.days_before(day_of(self.at), size.days)
        first = past[0]
        opened = moment(first, "00:00")
        with Progress(console=Console(stderr=True), disable=not self.stderr.isatty()) as bars:
            country = land.make(size, by=self.account, at=opened, tell=_bar(bars, _("区划、楼栋、门户")))
            people = staff.appoint(country, by=self.account, at=opened)
            emergency.declare(country.county, from_on=first, drafter=people["officer"], approver=people["epi"], at=opened)
            register.hand_in(country, size.register, by=people["officer"], at=opened)
            with register.brought_in_beside(opened):
                self._work(country, size, people, past, _bar(bars, _("四十天")))
            gates.work(gates.put_up(country, by=people["officer"], at=opened), people, self.at)
            doorstep.screen(country, people, self.at)
            positions.locate(country, people, self.at)
            pupil, over = cases.begin(country, people, self.at)
            outbreak.begin(country, people, pupil, self.at)
            outbreak.past(country, people, self.at)
            tubes.begin(country, people, self.at)
            cases.see(country, people, self.at)
            hospitals.keep_clean(country, people, self.at)
            sites.begin(country, people, self.at)
            testing.begin(country, people, self.at)
            risk.begin(people, self.at)
            letters.come_and_go(country, people, pupil, self.at)
            upward.report(country, people, over, self.at)
            sensors.put_up(country, people, self.at)
            emergency.follow(country, people, self.at)
            bulletins.publish(country.county, people, self.at)
            papers.tell(country, people, self.at)
            self._command_room(country, people)
        rows.weigh()
        return self._said(size, begun)

    def _command_room(self, country, people):
        headquarters.stand_up(country, people, self.at)
        points.weigh(country, people, self.at)
        orders.inspect(country, people, self.at)
        orders.issue(country, people, self.at)
        closed.close(country, people, self.at)
        headquarters.meet(country, people, self.at)

    def _work(self, country, size, people, past, tell):
        work, plan = days.Work(country, arrivals.Rosters(country, size.running), people, self.at), arrivals.plan(size, past, self.at)
        for n, on in enumerate(past):
            work.day(on, plan.found[n], plan.bound[n])
            tell(n + 1, size.days)

    def _said(self, size, begun):
        from lianfang.response.isolation import queries

        counts = queries.totals()
        seconds = round(time.monotonic() - begun, 1)
        told = {"county": land.COUNTY, "seconds": seconds, **counts}
        self.say(_("{county}已造好：{orders}份管控令，其中{running}份在管，用时{seconds}秒").format(**told))
        return {"size": size.name, "home": str(settings.HOME), "seconds": seconds, **counts}


def _bar(bars, label):
    task = bars.add_task(label, total=None)
    return lambda done, total: bars.update(task, completed=done, total=total)
