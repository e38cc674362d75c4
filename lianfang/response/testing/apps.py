"""Testing: its place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"
ALWAYS = ("zh", "en", "first", "valid", "sampling", "shown")


class TestingConfig(AppConfig):
    """Who must be tested, who wishes to be, whose result is awaited."""

    name = "lianfang.response.testing"
    label = "testing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.decisions.registry import filled
        from lianfang.ground.ui import nav
        from lianfang.registers.people import looks

        from . import flow, jobs, models
        from .clocks import turn_times
        from .indicators import ALL

        decisions.register(TABLES / "test_groups.csv", bounds=filled(*ALWAYS))
        for name in ("testing_clocks", "fitness", "work_gate"):
            decisions.register(TABLES / f"{name}.csv")
        workflow.register(flow.DUE_TEST, app="testing", model=models.DueTest, due=turn_times,
                          pages=dict.fromkeys(("due", "booked", "taken"), "testing:due"))
        workflow.register(flow.BATCH, app="testing", model=models.Batch, due=turn_times, pages={"open": "testing:batch"})
        workflow.register(flow.WORK_PASS, app="testing", model=models.WorkPass, due=turn_times, pages={"asked": "testing:work_pass"})
        indicators.register(*ALL)
        jobs.register()
        looks.add("testing.print_pass", _("打印了您的返岗证明"))
        looks.add("testing.read_outcome", _("看了您的检测结果"))
        nav.add("testing", _("应检"), "testing:groups", icon="test", right="look", order=26)
