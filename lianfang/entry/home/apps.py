"""Home's place in the house."""
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """My work, a person's timeline, flows and tables on the wall."""

    name = "lianfang.entry.home"
    label = "home"

    def ready(self):
        """Put the pages into the bar."""
        from lianfang.ground.ui import nav

        from .queries import waiting_count

        nav.add("work", _("我的待办"), "home:home", icon="work", right="work", order=20, badge=waiting_count)
        nav.add("flows", _("流程图"), "home:flows", icon="flow", right="look", order=80)
        nav.add("tables", _("规则表"), "decisions:index", icon="rule", right="look", order=90)
