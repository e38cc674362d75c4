"""The interface's place in the house."""
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    """Version 1 of the interface for programs."""

    name = "lianfang.entry.api"
    label = "api"

    def ready(self):
        """Who looked at what a phone sent is told to whom it is about."""
        from lianfang.registers.people import looks

        looks.add("outbox.look", _("看了手机交上来的记录"))
        looks.add("outbox.open_photo", _("看了照片"))
