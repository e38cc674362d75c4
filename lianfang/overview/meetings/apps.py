"""The meetings' place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    """Series, facts, agenda, decisions, minutes."""

    name = "lianfang.overview.meetings"
    label = "meetings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, workflow
        from lianfang.ground.ui import nav
        from lianfang.ground.workflow import agenda, ahead

        from . import flow, jobs, models, queries
        from .agenda import moved_items, overdue_items, turn_items
        from .rules import TABLES, turn_times

        for name in TABLES:
            decisions.register(Path(__file__).parent / "tables" / f"{name}.csv")
        workflow.register(flow.MEETING, app="meetings", model=models.Meeting, due=turn_times, titles=queries.titles,
                          pages={"called": "meetings:meeting", "sitting": "meetings:meeting"})
        ahead.add("meetings", ahead.MEETING, queries.sittings_ahead)
        agenda.add("turns", "", turn_items)
        agenda.add("turns.overdue", "overdue", overdue_items)
        agenda.add("figures", "moved", moved_items)
        jobs.register()
        nav.add("meetings", _("会商调度"), "meetings:meetings", icon="meeting", right="look", order=23)
