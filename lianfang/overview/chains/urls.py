"""Addresses of the chains."""
from django.urls import path

from .views import chain, counted, places, spread, stays, warning

app_name = "chains"
urlpatterns = [
    path("", chain.chain, name="chain"),
    path("drawing/", chain.drawing, name="drawing"),
    path("curve/", counted.curve, name="curve"),
    path("intervals/", spread.intervals, name="intervals"),
    path("reproduction/", spread.reproduction, name="reproduction"),
    path("stays/", stays.stays, name="stays"),
    path("rates/", places.rates, name="rates"),
    path("clusters/", places.clusters, name="clusters"),
    path("warning/", warning.warning, name="warning"),
    path("list/", chain.listed, name="listed"),
]
