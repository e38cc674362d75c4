"""Addresses of the rule tables."""
from django.urls import path

from . import views

app_name = "decisions"
urlpatterns = [
    path("", views.index, name="index"),
    path("verdicts/<uuid:pk>/", views.verdict, name="verdict"),
    path("<slug:name>/", views.table, name="table"),
    path("<slug:name>/try/", views.try_table, name="try"),
    path("<slug:name>/examples/", views.examples, name="examples"),
    path("<slug:name>/draft/", views.draft_version, name="draft_version"),
    path("<slug:name>/versions/<int:number>/", views.version, name="version"),
    path("<slug:name>/versions/<int:number>/approve/", views.approve_version, name="approve_version"),
    path("<slug:name>/<slug:part>.csv", views.csv_file, name="csv"),
    path("<slug:name>/table.xlsx", views.xlsx_file, name="xlsx"),
]
