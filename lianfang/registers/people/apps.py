"""Persons, doors, categories, register entries: their place in the house."""
from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Persons, doors, categories, register entries."""

    name = "lianfang.registers.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
