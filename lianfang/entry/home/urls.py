"""Addresses of the ways in."""
from django.urls import path

from . import views

app_name = "home"
urlpatterns = [
    path("", views.home, name="home"),
    path("turns/", views.turns, name="turns"),
    path("person/<uuid:pk>/", views.person, name="person"),
    path("flows/", views.flows, name="flows"),
    path("flows/<slug:code>/", views.flow, name="flow"),
]
