"""Addresses of testing."""
from django.urls import path

from .views import groups, lists, member, sheets

app_name = "testing"
urlpatterns = [
    path("", groups.groups, name="groups"),
    path("members/", lists.members, name="members"),
    path("dues/", lists.dues, name="dues"),
    path("outcomes/", lists.outcomes, name="outcomes"),
    path("members/new/", member.enrol, name="enrol"),
    path("members/<uuid:pk>/", member.member, name="member"),
    path("members/<uuid:pk>/read/", member.read, name="read"),
    path("members/<uuid:pk>/result/", member.note_result, name="note_result"),
    path("belongings/<uuid:pk>/leave/", member.leave, name="leave"),
    path("dues/<uuid:pk>/", member.due, name="due"),
    path("dues/<uuid:pk>/sample/", member.note_sample, name="note_sample"),
    path("dues/<uuid:pk>/drop/", member.drop_test, name="drop_test"),
    path("sheets/", sheets.rosters, name="rosters"),
    path("results/", sheets.results, name="results"),
]
