"""Addresses of testing."""
from django.urls import path

from .views import firms, gate, groups, lists, member, points, sheets

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
    path("points/", points.points, name="points"),
    path("points/new/", points.open_point, name="open_point"),
    path("points/<uuid:pk>/", points.point, name="point"),
    path("points/<uuid:pk>/close/", points.close_point, name="close_point"),
    path("points/<uuid:pk>/slots/", points.open_slots, name="open_slots"),
    path("slots/<uuid:pk>/", points.slot, name="slot"),
    path("slots/<uuid:pk>/quota/", points.set_quota, name="set_quota"),
    path("slots/<uuid:pk>/book/", points.book, name="book"),
    path("bookings/<uuid:pk>/arrive/", points.arrive, name="arrive"),
    path("bookings/<uuid:pk>/cancel/", points.cancel, name="cancel"),
    path("batches/", firms.batches, name="batches"),
    path("batches/new/", firms.book_batch, name="book_batch"),
    path("batches/walk-in/", firms.walk_in, name="walk_in"),
    path("batches/<uuid:pk>/", firms.batch, name="batch"),
    path("batches/<uuid:pk>/cancel/", firms.cancel_batch, name="cancel_batch"),
    path("passes/", gate.work_passes, name="work_passes"),
    path("passes/new/", gate.apply_pass, name="apply_pass"),
    path("passes/<uuid:pk>/", gate.work_pass, name="work_pass"),
    path("passes/<uuid:pk>/result/", gate.note_result, name="pass_result"),
    path("passes/<uuid:pk>/allow/", gate.allow, name="allow"),
    path("passes/<uuid:pk>/drop/", gate.drop_pass, name="drop_pass"),
    path("passes/<uuid:pk>/paper.<slug:form>", gate.print_pass, name="print_pass"),
]
