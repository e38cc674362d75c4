"""Board, buildings, bulletins: their place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SituationConfig(AppConfig):
    """Board, buildings, bulletins."""

    name = "lianfang.overview.situation"
    label = "situation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav
        from lianfang.response.isolation.queries import tests_ahead
        from lianfang.response.laboratory.queries import expecting
        from lianfang.response.testing.queries import dues_ahead

        from . import cutoffs, flow, jobs, models, queries
        from .indicators import ALL

        page = "situation:bulletin"
        workflow.register(flow.BULLETIN, app="situation", model=models.Bulletin, due=cutoffs.turn_times, titles=queries.bulletin_titles,
                          pages=dict.fromkeys(("frozen", "drafted", "checked"), page))
        jobs.register()
        for name in ("bulletins", "links"):
            decisions.register(Path(__file__).parent / "tables" / f"{name}.csv")
        indicators.register(*ALL)
        indicators.hand_in(cutoffs.latest)
        indicators.tell(queries.tellings)
        expecting.add("test_day", tests_ahead)  # the laboratory's forecast asks no other loop
        expecting.add("group", dues_ahead)
        nav.add("board", _("态势"), "situation:board", icon="board", right="look", order=10)
        nav.add("lines", _("三道防线"), "situation:lines", icon="gate", right="look", order=44)
        nav.add("links", _("防控治研"), "situation:links", icon="flow", right="look", order=44)
        nav.add("houses", _("楼栋"), "situation:houses", icon="building", right="look", order=45,
                covers=("/situation/buildings/", "/situation/compounds/"))
        nav.add("bulletins", _("公报"), "situation:bulletins", icon="bulletin", right="look", order=50)
