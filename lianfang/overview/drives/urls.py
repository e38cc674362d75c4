"""Addresses of the drives."""
from django.urls import path

from . import views

app_name = "drives"
urlpatterns = [
    path("", views.drives, name="drives"),
    path("begin/", views.begin, name="begin"),
    path("<uuid:pk>/", views.drive, name="drive"),
    path("<uuid:pk>/call-off/", views.call_off, name="call_off"),
]
