"""Addresses of door-to-door screening."""
from django.urls import path

from .views import campaigns, comparing, doors, leaving, lists, questions, seals

app_name = "doorstep"
urlpatterns = [
    path("", campaigns.campaigns, name="campaigns"),
    path("new/", campaigns.launch, name="launch"),
    path("campaigns/<uuid:pk>/", campaigns.campaign, name="campaign"),
    path("campaigns/<uuid:pk>/close/", campaigns.close, name="close"),
    path("campaigns/<uuid:pk>/questions/", questions.ask_anew, name="ask_anew"),
    path("questions/", questions.versions, name="questions"),
    path("questions/new/", questions.take, name="take_questions"),
    path("questions/blank.xlsx", questions.blank, name="blank"),
    path("shares/<uuid:pk>/", lists.share, name="share"),
    path("households/", lists.households, name="households"),
    path("calls/", lists.calls, name="calls"),
    path("calls/<uuid:pk>/", lists.call, name="call"),
    path("whose/", doors.whose, name="whose"),
    path("doors/<int:pk>/", doors.door, name="door"),
    path("doors/<int:pk>/visit/", doors.visit, name="visit"),
    path("doors/<int:pk>/find/", doors.find, name="find"),
    path("compare/", comparing.comparisons, name="comparisons"),
    path("compare/new/", comparing.compare, name="compare"),
    path("compare/<uuid:pk>/", comparing.comparison, name="comparison"),
    path("mismatches/<uuid:pk>/", comparing.mismatch, name="mismatch"),
    path("leaves/", leaving.leaves, name="leaves"),
    path("leaves/<uuid:pk>/", leaving.leave, name="leave"),
    path("people/<uuid:person>/", leaving.coming_and_going, name="coming_and_going"),
    path("seals/", seals.seals, name="seals"),
    path("seals/scan/", seals.scan, name="scan"),
    path("seals/print/", seals.print_seals, name="print_seals"),
    path("seals/<uuid:pk>/", seals.seal, name="seal"),
]
