"""Addresses of the portal; a notice's mark leads to the last."""
from django.urls import path

from . import views

app_name = "portal"
urlpatterns = [
    path("", views.enter, name="enter"),
    path("me", views.own, name="own"),
    path("leave", views.leave, name="leave"),
    path("release/<slug:serial>.pdf", views.release, name="release"),
    path("<str:code>", views.enter, name="code"),
]
