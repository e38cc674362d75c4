"""Addresses of the desk at the village office."""
from django.urls import path

from .views import desk

app_name = "desk"
urlpatterns = [
    path("", desk.find, name="find"),
    path("<uuid:pk>/", desk.person, name="person"),
    path("<uuid:pk>/correct/", desk.correct, name="correct"),
    path("<uuid:pk>/appeal/", desk.appeal, name="appeal"),
    path("<uuid:pk>/form.<slug:kind>", desk.form, name="form"),
    path("<uuid:pk>/receipt/<uuid:record>.pdf", desk.receipt, name="receipt"),
]
