"""Cases: their place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class CasesConfig(AppConfig):
    """Cases from the first word to the last revisit."""

    name = "lianfang.response.cases"
    label = "cases"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav
        from lianfang.registers.people import looks

        from . import flow, models
        from .clocks import turn_times
        from .indicators import ALL
        from .titles import titles

        for name in ("case_clocks", "revisit", "card_rules", "case_items", "case_definition", "inquiry"):
            decisions.register(TABLES / f"{name}.csv")
        kinds = {"case": models.Case, "revisit": models.Revisit, "shift_note": models.ShiftNote}
        pages = {"case": {"to_report": "cases:report", **dict.fromkeys(("reported", "sketched"), "cases:inquiry"),
                          **dict.fromkeys(("investigated", "discharged"), "cases:case")},
                 "revisit": {"planned": "cases:revisit"}, "shift_note": {"offered": "cases:shift_note"}}
        for table in flow.FLOWS:
            code = table["flow"]
            workflow.register(table, app="cases", model=kinds[code], due=turn_times, pages=pages[code], titles=titles[code],
                              right="investigate")
        indicators.register(*ALL)
        looks.add("cases.read_card", _("看了您的病例报告卡"))
        looks.add("cases.print_card", _("打印了您的病例报告卡"))
        looks.add("cases.write_report", _("打印了有您的流调报告"))
        nav.add("cases", _("病例"), "cases:cases", icon="heat", right="investigate", order=24)
