"""Addresses of the statistics."""
from django.urls import path

from . import views

app_name = "analytics"
urlpatterns = [
    path("", views.day, name="day"),
    path("acts/", views.acts, name="acts"),
    path("public/", views.public, name="public"),
]
