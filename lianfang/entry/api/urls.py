"""Addresses of version 1; each says which right it needs, as every view does."""

from django.urls import path

from . import views
from .v1 import api


def addresses():
    """Ninja's own, each with the right its operations ask for."""
    found = [one for one in api.urls[0] if one.name != "api-root"]
    for one in found:
        one.callback.right = "work"
    return found


app_name = "api"
urlpatterns = [*addresses(), path("", views.guide, name="guide")]
