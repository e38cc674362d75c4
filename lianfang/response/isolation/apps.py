"""Isolation's place in the house: its flows, tables, figures, jobs and addresses become known to the ground."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"
SAID = {"order": {"measure": "measure", "until": "until_on"}}  # whatever an order asks of somebody stands in the journal as well


class IsolationConfig(AppConfig):
    """Orders from verdict to release."""

    name = "lianfang.response.isolation"
    label = "isolation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav

        from . import flow, jobs, models
        from .again import AGAIN
        from .clocks import turn_times
        from .indicators import ALL
        from .queries.longest import over_long, too_short
        from .titles import opens, titles

        decisions.register(TABLES / "measure.csv", AGAIN, over_long)
        decisions.register(TABLES / "exposed.csv", AGAIN, over_long)
        for name in ("clocks", "fever", "risk_places", "deviation", "bulk"):
            decisions.register(TABLES / f"{name}.csv")
        decisions.register(TABLES / "longest.csv", bounds=too_short)
        kinds = {"order": models.Order, "check": models.Check, "alarm": models.Alarm, "need": models.Need, "review": models.Review,
                 "handover": models.Handover, "deviation": models.Deviation, "easing": models.Easing, "held": models.Held,
                 "switch": models.Switch}
        pages = {"order": {"issued": "isolation:serve", "running": "isolation:release"}, "check": {"due": "isolation:check"},
                 "alarm": {"open": "isolation:alarm"}, "need": {"open": "isolation:need"}, "review": {"open": "isolation:review"},
                 "handover": {"offered": "isolation:handover"},
                 "deviation": {"asked": "isolation:approve_deviation", "asked_below": "isolation:approve_deviation",
                               "standing": "isolation:see_deviation", "watched": "isolation:stop_deviation"},
                 "easing": {"open": "isolation:confirm_easing"}, "held": {"held": "isolation:held", "agreed": "isolation:held"},
                 "switch": dict.fromkeys(("listing", "proposed", "confirmed", "running"), "isolation:switch")}
        for table in flow.FLOWS:
            workflow.register(table, app="isolation", model=kinds[table["flow"]], due=turn_times, pages=pages[table["flow"]],
                              titles=titles.get(table["flow"]), opens=opens.get(table["flow"]), says=SAID.get(table["flow"]))
        indicators.register(*ALL)
        nav.add("orders", _("管控"), "isolation:orders", icon="order", right="look", order=25)
        nav.add("deviations", _("例外"), "isolation:deviations", icon="rule", right="supervise", order=26)
        nav.add("easings", _("放宽核实"), "isolation:easings", icon="rule", right="supervise", order=26)
        nav.add("held", _("成批管控"), "isolation:held_lists", icon="alert", right="supervise", order=27)
        nav.add("switches", _("换版重判"), "isolation:switches", icon="rule", right="approve", order=27)
        jobs.register()
        people()
        phones()


def people():
    """What this loop knows of a person, for the pages about him and for whoever must not ask this loop."""
    from lianfang.registers.people import behind, looks
    from lianfang.registers.people.queries import bound, followed

    from .queries.bound import isolated_among
    from .queries.followed import days_left, seen_on
    from .queries.own import results_opened

    behind.add("isolation", results_opened)
    bound.add("isolation", isolated_among)
    followed.add("isolation", seen_on, days_left)
    looks.add("isolation.print_notice", _("打印了通知书"))
    looks.add("isolation.read_easing", _("看了解除或放宽的依据"))
    looks.add("isolation.read_need", _("看了您提的需求"))
    looks.add("isolation.open_evidence", _("看了例外的依据"))


def phones():
    """What phones may send of this loop."""
    from lianfang.ground import outbox

    from . import actions, forms
    from .queries.carried import readings_of

    outbox.register("isolation.record_check", form=forms.SentReading, take=actions.take_checks, right="record", conflict="keep",
                    title=_("健康检查"), turns=[("check", "due")], tables=["fever"], shows=readings_of)
    outbox.register("isolation.read_again", form=forms.SentAgain, take=actions.take_again, right="record", conflict="keep",
                    title=_("再量一次"), tables=["fever"], shows=readings_of)
    outbox.register("isolation.meet", form=forms.SentForm, take=actions.take_met, right="record", conflict="hold",
                    title=_("需求已送到"), turns=[("need", "open")])
    outbox.register("isolation.serve", form=forms.SentForm, take=actions.take_served, right="record", conflict="hold",
                    title=_("送达告知书"), turns=[("order", "issued")])
