"""Addresses of the ways in."""
from django.urls import path

from . import photos, views

app_name = "home"
urlpatterns = [
    path("", views.home, name="home"),
    path("turns/", views.turns, name="turns"),
    path("person/<uuid:pk>/", views.person, name="person"),
    path("photos/<uuid:pk>/", photos.photos, name="photos"),
    path("flows/", views.flows, name="flows"),
    path("flows/<slug:code>/", views.flow, name="flow"),
]
