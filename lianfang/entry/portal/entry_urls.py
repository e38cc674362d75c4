"""Addresses of those who are about to come: nothing in them says who."""
from django.urls import path

from .views import coming

app_name = "entry"
urlpatterns = [
    path("", coming.declare, name="declare"),
    path("code", coming.code, name="code"),
]
