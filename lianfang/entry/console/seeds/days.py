"""Forty days of work, hour by hour, through the loops' own actions; only what lies before this moment happens."""
from datetime import timedelta
from random import Random

from lianfang.ground.accounts.queries import PORTAL, SYSTEM, named
from lianfang.ground.days import moment
from lianfang.ground.workflow.actions import escalate
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation import queries as orders
from lianfang.response.isolation.words import number_of
from lianfang.response.redress import actions as redress
from lianfang.response.screening import actions as screening

from .arrivals import ARRIVING, RELEASING

CHUNK = 1000


class Work:
    """What happens on each day, by its hours."""

    def __init__(self, land, rosters, staff, until):
        self.land, self.rosters, self.staff, self.until = land, rosters, staff, until
        self.system, self.chance = named(SYSTEM), Random("work")
        self.doors = screening.addresses(land.county)
        self.hours = [
            ("00:05", self.plan), ("08:50", self.morning), ("10:00", self.raise_overdue), (ARRIVING, self.arrive), ("12:30", self.serve),
            ("14:30", self.appeal), ("15:30", self.test), (RELEASING, self.release), ("18:00", self.plan_next), ("19:30", self.evening),
            ("20:30", self.meet),
        ]

    def day(self, on, found, bound):
        """One day, up to this moment."""
        self.found, self.bound = found, bound
        for clock, act in self.hours:
            at = moment(on, clock)
            if at <= self.until:
                act(on, at)

    def plan(self, on, at):
        """Today's checks."""
        isolation.plan_checks(on=on, by=self.system, at=at)

    def plan_next(self, on, at):
        """Tomorrow's checks."""
        isolation.plan_checks(on=on + timedelta(days=1), by=self.system, at=at)

    def arrive(self, on, at):
        """A roster comes in and is decided."""
        if self.found:
            content = self.rosters.day(on, self.found, self.bound)
            roster = screening.receive(content=content, name=f"返乡人员{on:%m%d}.csv", kind="returnees", unit=self.land.county, on=on,
                                       source="community",
                                       by=self.staff["officer"], at=at)
            screening.carry_out(roster=roster, clock=lambda: at, doors=self.doors)

    def serve(self, on, at):
        """Whom nobody minds gets a minder, the notices go to the doors; today's last few are still to be served."""
        for some in _chunks(orders.unwatched(issued_before=at)):
            isolation.assign_minder(orders=some, minder=self.staff["township"], by=self.staff["township"], at=at)
        issued = orders.in_state("issued", issued_before=at)
        kept = 6 if self._is_recent(at) else 0
        for some in _chunks(issued[:len(issued) - kept]):
            isolation.serve(orders=some, by=self.staff["cadre"], at=at)

    def morning(self, on, at):
        """Nearly all are measured; a few are missed."""
        self._measure(on, "am", at)

    def evening(self, on, at):
        """As in the morning."""
        self._measure(on, "pm", at)

    def _measure(self, on, half, at):
        due = orders.checks_due(on, half)
        last = {order.pk for order in orders.last_day_on(on)}
        missed = 0.06 if self._is_recent(at) else 0.004
        measured = [check for check in due if self.chance.random() > missed or check.order_id in last]
        readings = [self._reading(check, check.order_id in last) for check in measured]
        for some in _chunks(readings):
            isolation.record_checks(readings=some, by=self.staff["grid"], at=at)
        for alarm in orders.alarms_open():
            if alarm.order_id in last or not self._is_recent(at) or self.chance.random() < 0.5:
                isolation.dismiss(alarm=alarm, answer="复测 36.5℃，无不适", by=self.staff["township"], at=at + timedelta(minutes=40))

    def _is_recent(self, at):
        """Within the last day: there something is always left undone, whatever the hour of the demo."""
        return self.until - at < timedelta(hours=24)

    def _reading(self, check, is_last_day=False):
        """What the thermometer says; nobody falls ill, or is missed, on his last day, so that releases come as planned."""
        if not is_last_day and self.chance.random() < (0.03 if self._is_recent(check.due) else 0.0015):
            return isolation.Reading(check, round(self.chance.uniform(37.3, 38.1), 1), ["cough"] if self.chance.random() < 0.4 else [])
        return isolation.Reading(check, round(self.chance.uniform(36.1, 36.9), 1))

    def test(self, on, at):
        """Samples of the test days come back negative."""
        due = orders.tests_due(on)
        for some in _chunks(due):
            found = [isolation.Sampled(order, on, "negative", f"县医院检验科 {on:%m%d}-{order.serial}") for order in some]
            isolation.record_results(results=found, by=self.staff["epi"], at=at)

    def release(self, on, at):
        """Whose last day it is goes free when the conditions hold."""
        last = orders.last_day_on(on)
        missing = isolation.obstacles(last, at)
        ready = [order for order in last if not missing[order.pk]]
        for some in _chunks(ready):
            isolation.release(orders=some, by=self.staff["cadre"], at=at)

    def appeal(self, on, at):
        """Somebody says he is bound wrongly, somebody that his phone is recorded wrongly: what came two days ago is answered, what came
        within the last day waits."""
        days, running = (self.until - at).days, orders.some_running(6)
        if days not in (0, 2) or not running:
            return
        order, other = running[-1], running[0]
        asked = redress.appeal(person=order.person, order=order.pk, unit_id=order.unit_id, verdict=order.verdict, measure=order.measure,
                               order_number=number_of(order), deciders=orders.deciders(order), channel="self", by=named(PORTAL), at=at,
                               words="我是从邻县回来的，没有出过省，车票还在。")
        told = redress.claim(person=other.person, field="phone", right="13900000000", words="去年换了号", channel="phone",
                             by=self.staff["grid"], at=at)
        if days:
            then = at + timedelta(hours=4)
            redress.uphold(appeal=asked, reason="核对了车票：上车的站在外省，判定用的事实没有错。", by=self.staff["leader"], at=then)
            redress.leave_as_is(correction=told, reason="打了新旧两个号，本人还用原来的号。", by=self.staff["officer"], at=then)

    def raise_overdue(self, on, at):
        """What was missed goes up."""
        escalate(at=at, by=self.system)

    def meet(self, on, at):
        """Needs come up, and older ones are met; what was missed yesterday is made up."""
        for need in orders.needs_open():
            if self.chance.random() < 0.8:
                isolation.meet(need=need, by=self.staff["grid"], at=at)
        for order in orders.some_running(3):
            kind, wish = self.chance.choice([("food", "白菜、鸡蛋、挂面"), ("medicine", "降压药 2 盒"), ("other", "手机充值 50 元")])
            isolation.ask(order=order, kind=kind, wish=wish, by=self.staff["grid"], at=at)
        late = orders.checks_missed(on - timedelta(days=1))
        for some in _chunks([self._reading(check) for check in late if self.chance.random() < 0.9]):
            isolation.record_checks(readings=some, by=self.staff["grid"], at=at)


def _chunks(found):
    return [found[start:start + CHUNK] for start in range(0, len(found), CHUNK)]
