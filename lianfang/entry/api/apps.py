"""The interface's place in the house."""
from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Version 1 of the interface for programs."""

    name = "lianfang.entry.api"
    label = "api"
