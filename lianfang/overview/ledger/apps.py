"""The ledger's place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class LedgerConfig(AppConfig):
    """Figures by day, signed and changed in the open."""

    name = "lianfang.overview.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav

        from . import flow, jobs, models, queries
        from .actions import keeper
        from .rules import turn_times

        for name in ("ledger_days", "ledger_terms"):
            decisions.register(TABLES / f"{name}.csv")
        workflow.register(flow.CHANGE, app="ledger", model=models.Change, due=turn_times, titles=queries.change_titles,
                          pages={"asked": "ledger:confirm"})
        indicators.keep_book(keeper)
        jobs.register()
        nav.add("ledger", _("统计台账"), "ledger:days", icon="sheet", right="look", order=51, only=_keeps_days)


def _keeps_days(request):
    """The ledger has the county's and the towns' days, none of a village."""
    from lianfang.ground.units.models import RANK

    return any(RANK[one.unit.level] <= RANK["township"] for one in request.assignments if "look" in one.rights)
