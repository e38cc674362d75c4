"""Addresses of what phones sent."""
from django.urls import path

from .views import conflicts, stick

app_name = "outbox"
urlpatterns = [
    path("conflicts/", conflicts.conflicts, name="conflicts"),
    path("conflicts/<uuid:pk>/", conflicts.conflict, name="conflict"),
    path("stick/", stick.stick, name="stick"),
    path("boxed/<uuid:pk>/", conflicts.boxed, name="boxed"),
]
