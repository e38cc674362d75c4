"""Addresses of abnormal persons."""
from django.urls import path

from . import views

app_name = "abnormal"
urlpatterns = [
    path("", views.sightings, name="sightings"),
    path("report/", views.report, name="report_sighting"),
    path("<uuid:pk>/", views.sighting, name="sighting"),
    path("<uuid:pk>/read/", views.read, name="read"),
    path("<uuid:pk>/measure/", views.measure, name="measure_sighting"),
    path("<uuid:pk>/isolate/", views.isolate, name="isolate_sighting"),
    path("<uuid:pk>/rule-out/", views.rule_out, name="rule_out_sighting"),
]
