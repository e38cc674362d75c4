"""What the clock starts: checks planned ahead, exceptions ended, lists of a switch."""
from datetime import timedelta

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job
from lianfang.ground.days import day_of

from .actions import expire_deviations, plan_checks, propose_switches, run_switches


def plan_today(*, at):
    """Today's checks, should the evening before have failed."""
    plan_checks(on=day_of(at), by=named(SYSTEM), at=at)


def plan_tomorrow(*, at):
    """Tomorrow's checks."""
    plan_checks(on=day_of(at) + timedelta(days=1), by=named(SYSTEM), at=at)


def end_exceptions(*, at):
    """Exceptions whose hours are over."""
    expire_deviations(by=named(SYSTEM), at=at)


def list_switches(*, at):
    """Whom rows that change today decide otherwise."""
    propose_switches(by=named(SYSTEM), at=at)


def carry_out_switches(*, at):
    """Lists that were let through."""
    run_switches(by=named(SYSTEM), at=at)


def register():
    """The schedule of this loop."""
    job("isolation.plan_today", "00:05", plan_today)
    job("isolation.plan_tomorrow", "18:00", plan_tomorrow)
    job("isolation.list_switches", "00:10", list_switches)
    job("isolation.carry_out_switches", "every 10", carry_out_switches)
    job("isolation.end_exceptions", "every 60", end_exceptions)
