"""Addresses of the shell's switches."""

from django.urls import path

from . import views

app_name = "ui"
urlpatterns = [
    path("letters", views.letters, name="letters"),
    path("language", views.language, name="language"),
]
