"""Transfers' place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class TransfersConfig(AppConfig):
    """Letters from other counties, cases sent there."""

    name = "lianfang.response.transfers"
    label = "transfers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, workflow
        from lianfang.ground.ui import nav
        from lianfang.registers.people import looks

        from . import flow, models
        from .clocks import turn_times
        from .titles import titles

        decisions.register(TABLES / "transfer_clocks.csv")
        kinds = {"incoming": models.Incoming, "departure": models.Departure}
        for table in flow.FLOWS:
            code = table["flow"]
            pages = {state: f"transfers:{code}" for state, _zh, _en, *owned in table["states"] if owned}
            workflow.register(table, app="transfers", model=kinds[code], due=turn_times, pages=pages, titles=titles[code],
                              right="investigate")
        looks.add("transfers.print_receipt", _("打印了有您的回执"))
        looks.add("transfers.open_letter", _("看了有您的外县来函"))
        looks.add("transfers.print_letter", _("打印了您的转送函"))
        nav.add("transfers", _("外县转办"), "transfers:incomings", icon="exit", right="investigate", order=25)
