"""The place of closures in the house: flows, tables, figures, jobs, what gates and phones ask, navigation."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLE_FILES = Path(__file__).parent / "tables"
PAGES = {"closure": "closures:closure", "closure_check": "closures:check", "exemption": "closures:exemption",
         "event_permit": "closures:event"}


class ClosuresConfig(AppConfig):
    """What is shut, where and until when."""

    name = "lianfang.response.risk.closures"
    label = "closures"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav
        from lianfang.ground.vault.indexes import indexed
        from lianfang.ground.workflow import agenda
        from lianfang.registers.territory.queries import shut, standing

        from . import flow, jobs, models
        from .indicators import ALL
        from .plates import blind_of
        from .queries.agenda import agenda_items
        from .queries.gate import shut_carried, shut_ways
        from .queries.standing import told_of
        from .rules import TABLES, turn_times
        from .titles import opens, titles

        for name in TABLES:
            decisions.register(TABLE_FILES / f"{name}.csv")
        kinds = {"closure": models.Closure, "closure_check": models.Check, "exemption": models.Exemption, "event_permit": models.Event}
        for table in flow.FLOWS:
            code = table["flow"]
            pages = {state: PAGES[code] for state, _zh, _en, *owned in table["states"] if owned}
            workflow.register(table, app="closures", model=kinds[code], due=turn_times, pages=pages, titles=titles[code],
                              opens=opens.get(code))
        indicators.register(*ALL)
        indexed(models.Exemption, "plate", "plate_blind", blind_of)
        agenda.add("closures", "proposals", agenda_items)
        standing.add("closures", told_of)
        shut.add("closures", shut_ways, shut_carried)
        nav.add("closures", _("封闭关停"), "closures:closures", icon="seal", right="look", order=25)
        jobs.register()
        phones()


def phones():
    """What phones may send of this loop."""
    from lianfang.ground import outbox

    from .actions import take_seen
    from .forms import SentSeen

    outbox.register("closures.see_shut", form=SentSeen, take=take_seen, right="record", conflict="hold", title=_("核实关停"),
                    turns=[("closure_check", "waiting")])
