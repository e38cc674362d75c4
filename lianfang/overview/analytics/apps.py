"""The statistics' place in the house."""
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AnalyticsConfig(AppConfig):
    """Statistics of measures."""

    name = "lianfang.overview.analytics"
    label = "analytics"

    def ready(self):
        """Register."""
        from lianfang.ground.ui import nav

        nav.add("statistics", _("统计"), "analytics:day", icon="board", right="supervise", order=28)
