"""Inspection's place in the house: its flows, tables, figures, jobs and navigation become known to the ground."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLE_FILES = Path(__file__).parent / "tables"


class InspectionConfig(AppConfig):
    """Teams, visits, problems, scores, markets, cadres."""

    name = "lianfang.response.inspection"
    label = "inspection"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav

        from . import flow, jobs, models
        from .indicators import ALL
        from .rules import TABLES, turn_times
        from .titles import opens, titles

        for name in TABLES:
            decisions.register(TABLE_FILES / f"{name}.csv")
        kinds = {"inspection_round": (models.Round, "round"), "inspection_visit": (models.Visit, "visit"),
                 "inspection_problem": (models.Problem, "problem"), "inspection_case": (models.CaseFile, "case"),
                 "inspection_dispute": (models.Dispute, "dispute_page"), "market_case": (models.MarketCase, "market_case"),
                 "complaint": (models.Complaint, "complaint"), "cadre_assessment": (models.Assessment, "assessment"),
                 "last_place": (models.LastPlace, "last_place")}
        for table in flow.FLOWS:
            code = table["flow"]
            model, page = kinds[code]
            pages = {state: f"inspection:{page}" for state, _zh, _en, *owned in table["states"] if owned}
            workflow.register(table, app="inspection", model=model, due=turn_times, pages=pages, titles=titles.get(code),
                              opens=opens.get(code), right="refer" if code == "inspection_case" else "inspected")
        indicators.register(*ALL)
        jobs.register()
        nav.add("inspection", _("督查检查"), "inspection:index", icon="eye", right="inspected", order=46)
        phones()


def phones():
    """What phones may send of this loop."""
    from lianfang.ground import outbox

    from . import actions, forms
    from .queries.carried import carried_visits, visit_there

    outbox.register("inspection.fix_problem", form=forms.SentFix, take=actions.take_fixes, right="record", conflict="hold",
                    title=_("报整改结果"), turns=[("inspection_problem", "open")])
    outbox.register("inspection.finish_visit", form=forms.SentVisit, take=actions.take_visits, right="inspect", conflict="keep",
                    title=_("现场检查"), turns=[("inspection_visit", "planned")], together=1, shows=visit_there)
    outbox.carry("inspection", carried_visits)
