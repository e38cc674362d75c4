"""The people register's place in the house: its first categories, and its page in the navigation."""
from datetime import date
from pathlib import Path

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"
BEGINNING = date(2020, 1, 1)


class PeopleConfig(AppConfig):
    """Persons, doors, categories, register entries."""

    name = "lianfang.registers.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions
        from lianfang.ground.ui import nav
        from lianfang.ground.vault.indexes import following, indexed

        from . import keys, turning
        from .models import Entry, Person

        for model in (Person, Entry):
            indexed(model, "id_number", "id_blind", keys.id_blind)
            indexed(model, "phone", "phone_blind", keys.phone_blind)
        following(turning.refusals)
        decisions.register(TABLES / "looking.csv")
        nav.add("people", _("人员"), "people:people", icon="people", right="look", order=30, covers=("/person/",))
        post_migrate.connect(first_categories, sender=self)


def first_categories(sender, **kwargs):
    """A list that is empty is filled with what a county begins with; it is the county's own from then on."""
    from .models import Category
    from .vocabulary import CATEGORIES

    if not Category.objects.exists():
        Category.objects.bulk_create([Category(code=code, zh=zh, en=en, source=source, from_on=BEGINNING)
                                      for code, zh, en, source in CATEGORIES])
