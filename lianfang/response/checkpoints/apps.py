"""The gates' place in the house: flows, tables, figures, pages and navigation become known to the ground."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class CheckpointsConfig(AppConfig):
    """Posts, passages, shifts, passes."""

    name = "lianfang.response.checkpoints"
    label = "checkpoints"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav
        from lianfang.ground.vault.indexes import indexed
        from lianfang.registers.people import keys, looks

        from . import asking, flow, models
        from .clocks import turn_times
        from .indicators import ALL
        from .titles import titles

        for name in ("gate", "quick", "skips", "shift", "passes", "gate_clocks"):
            decisions.register(TABLES / f"{name}.csv")
        kinds = {"passage": models.Passage, "notice": models.Notice, "shift": models.Shift}
        pages = {"passage": dict.fromkeys(("waiting", "observing", "transferring"), "checkpoints:passage"),
                 "notice": dict.fromkeys(("open", "missing", "noticed", "telling"), "checkpoints:notice"),
                 "shift": {"on_duty": "checkpoints:hand_over_shift"}}
        for table in flow.FLOWS:
            code = table["flow"]
            workflow.register(table, app="checkpoints", model=kinds[code], due=turn_times, pages=pages[code], titles=titles[code])
        indicators.register(*ALL)
        indexed(models.Passage, "id_number", "id_blind", keys.id_blind)
        indexed(models.Vehicle, "plate", "plate_blind", asking.plate_blind)
        looks.add("checkpoints.print_letter", _("打印了告知函"))
        nav.add("gates", _("卡口"), "checkpoints:gates", icon="gate", right="guard", order=22)
        nav.add("posts", _("卡口台账"), "checkpoints:posts", icon="gate", right="look", order=28)
