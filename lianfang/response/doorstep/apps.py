"""Doorstep's place in the house: its flows, tables, figures, jobs and navigation become known to the ground."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class DoorstepConfig(AppConfig):
    """Screening from door to door."""

    name = "lianfang.response.doorstep"
    label = "doorstep"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav
        from lianfang.registers.people.queries import bound

        from . import flow, jobs, models
        from . import indicators as figures
        from .clocks import turn_times
        from .queries.leaving import out_among
        from .titles import calls_open, titles

        for name in ("doorstep_terms", "call_again", "three_way", "leaving"):
            decisions.register(TABLES / f"{name}.csv")
        kinds = {"campaign": models.Campaign, "share": models.Share, "call": models.Call, "seal": models.Seal,
                 "mismatch": models.Mismatch, "leave": models.Leave}
        for table in flow.FLOWS:
            code = table["flow"]
            pages = {state: f"doorstep:{code}" for state, _zh, _en, *owned in table["states"] if owned}
            workflow.register(table, app="doorstep", model=kinds[code], due=turn_times, pages=pages, titles=titles.get(code),
                              opens=calls_open if code == "call" else None)
        indicators.register(*figures.ALL)
        nav.add("doorstep", _("入户"), "doorstep:campaigns", icon="home", right="look", order=42)
        jobs.register()
        bound.let("doorstep", out_among)
        phones()


def phones():
    """What phones may send and carry of this loop."""
    from lianfang.ground import outbox

    from . import actions, forms
    from .queries import carried

    outbox.register("doorstep.visit", form=forms.SentVisit, take=actions.take_visits, right="record", conflict="keep", title=_("入户"),
                    turns=[("call", "due"), ("call", "due_cadre"), ("seal", "broken")], shows=carried.visits_at)
    outbox.register("doorstep.post_seal", form=forms.SentSeal, take=actions.take_posted, right="record", conflict="hold",
                    title=_("贴骑缝条"), turns=[("seal", "printed")])
    outbox.register("doorstep.check_seal", form=forms.SentLook, take=actions.take_looks, right="record", conflict="keep",
                    title=_("查看骑缝条"), turns=[("seal", "posted")])
    outbox.carry("campaigns", carried.campaigns)
    outbox.carry("households", carried.households)
