"""Addresses of the phases."""
from django.urls import path

from . import views

app_name = "phases"
urlpatterns = [
    path("", views.phases, name="phases"),
    path("enter/", views.enter, name="enter"),
    path("<uuid:pk>/", views.phase, name="phase"),
    path("<uuid:pk>/withdraw/", views.withdraw, name="withdraw"),
]
