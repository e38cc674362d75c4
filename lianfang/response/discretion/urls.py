"""Addresses of glimpses and protected addresses."""
from django.urls import path

from .views import across, glimpses, protections

app_name = "discretion"
urlpatterns = [
    path("across/", across.across, name="across"),
    path("across/<uuid:pk>/", across.window, name="window"),
    path("glimpses/", glimpses.glimpses, name="glimpses"),
    path("glimpses/<uuid:pk>/", glimpses.glimpse, name="glimpse"),
    path("glimpses/<uuid:pk>/end/", glimpses.end, name="end_glimpse"),
    path("protections/", protections.protections, name="protections"),
    path("protections/add/<uuid:person>/", protections.protect, name="protect"),
    path("protections/<uuid:pk>/", protections.protection, name="protection"),
    path("protections/<uuid:pk>/address/", protections.address, name="open_address"),
    path("protections/<uuid:pk>/agree/", protections.agree, name="agree_protection"),
    path("protections/<uuid:pk>/refuse/", protections.refuse, name="refuse_protection"),
    path("protections/<uuid:pk>/renew/", protections.renew, name="renew_protection"),
    path("protections/<uuid:pk>/end/", protections.end, name="end_protection"),
]
