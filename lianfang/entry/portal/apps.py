"""The portal's place in the house."""
from django.apps import AppConfig


class PortalConfig(AppConfig):
    """A way in for those a measure is about: no account, one person only."""

    name = "lianfang.entry.portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """The desk's place in the bar, and what looks there are."""
        from django.utils.translation import gettext_lazy as _

        from lianfang.ground.ui import nav
        from lianfang.registers.people import looks

        looks.add("portal.print_form", _("打印了纸表"))
        looks.add("portal.print_receipt", _("打印了回执"))
        looks.add("portal.enter", _("打开了您自己的网页"), is_own=True)
        nav.add("desk", _("代填"), "desk:find", icon="words", right="record", order=46)
