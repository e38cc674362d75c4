"""Official editions, grids, buildings, doors: their place in the house."""
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TerritoryConfig(AppConfig):
    """Official editions, grids, buildings, doors."""

    name = "lianfang.registers.territory"
    label = "territory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """The bar leads to the reader's own units."""
        from lianfang.ground.ui import nav

        nav.add("territory", _("辖区"), "territory:start", icon="pin", right="look", order=60)
        nav.add("editions", _("区划版本"), "territory:editions", icon="tree", right="configure", order=160)
