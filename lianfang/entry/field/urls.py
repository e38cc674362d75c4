"""Addresses of the phone app."""
from django.urls import path

from . import views

app_name = "field"
urlpatterns = [
    path("", views.shell, name="shell"),
    path("sw.js", views.worker, name="worker"),
    path("scanner.js", views.scanner, name="scanner"),
    path("app.webmanifest", views.manifest, name="manifest"),
]
