"""The phone app's place in the house."""
from django.apps import AppConfig


class FieldConfig(AppConfig):
    """One installable web app for the gate and the doorstep; works without a signal."""

    name = "lianfang.entry.field"
    label = "field"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Its place in the bar."""
        from django.utils.translation import gettext_lazy as _

        from lianfang.ground.ui import nav

        nav.add("field", _("手机上办"), "field:shell", icon="phone", right="work", order=90)
