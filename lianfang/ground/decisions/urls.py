"""Addresses of the rule tables."""
from django.urls import path

from .views import lines, tables, versions

app_name = "decisions"
urlpatterns = [
    path("", tables.index, name="index"),
    path("verdicts/<uuid:pk>/", tables.verdict, name="verdict"),
    path("versions/<uuid:pk>/", versions.version, name="version"),
    path("versions/<uuid:pk>/hand-in/", versions.hand_in, name="hand_in"),
    path("versions/<uuid:pk>/submit/", versions.submit_version, name="submit_version"),
    path("versions/<uuid:pk>/withdraw/", versions.withdraw_version, name="withdraw_version"),
    path("versions/<uuid:pk>/approve/", versions.approve_version, name="approve_version"),
    path("versions/<uuid:pk>/reject/", versions.reject_version, name="reject_version"),
    path("versions/<uuid:pk>/keep/", versions.keep_version, name="keep_version"),
    path("versions/<uuid:pk>/return/", versions.return_version, name="return_version"),
    path("versions/<uuid:pk>/<slug:kind>/add/", lines.add_line, name="add_line"),
    path("versions/<uuid:pk>/<slug:kind>/<int:n>/", lines.line, name="line"),
    path("<slug:name>/", tables.table, name="table"),
    path("<slug:name>/try/", tables.try_table, name="try"),
    path("<slug:name>/examples/", tables.examples, name="examples"),
    path("<slug:name>/draft/", versions.draft_version, name="draft_version"),
    path("<slug:name>/<slug:part>.csv", tables.csv_file, name="csv"),
    path("<slug:name>/table.xlsx", tables.xlsx_file, name="xlsx"),
]
