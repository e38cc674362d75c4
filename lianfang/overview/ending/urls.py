"""Addresses of the ending."""
from django.urls import path

from . import views

app_name = "ending"
urlpatterns = [
    path("", views.index, name="index"),
    path("kept/", views.kept, name="kept"),
    path("<uuid:pk>/", views.ending, name="ending"),
    path("<uuid:pk>/approve/", views.approve, name="approve"),
    path("<uuid:pk>/revoke/", views.revoke, name="revoke"),
    path("<uuid:pk>/carry-out/", views.carry_out, name="carry_out"),
    path("<uuid:pk>/certificate.<slug:form>", views.file, name="file"),
]
