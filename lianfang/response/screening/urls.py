"""Addresses of rosters."""
from django.urls import path

from . import views

app_name = "screening"
urlpatterns = [
    path("", views.rosters, name="rosters"),
    path("receive/", views.receive, name="receive"),
    path("blank/<slug:kind>.xlsx", views.blank, name="blank"),
    path("doubts/", views.doubts, name="doubts"),
    path("doubts/<uuid:pk>/", views.doubt, name="doubt"),
    path("leads/", views.leads, name="leads"),
    path("leads/<uuid:pk>/", views.lead, name="lead"),
    path("<uuid:pk>/down/", views.sheets_down, name="sheets_down"),
    path("<uuid:pk>/back/", views.sheet_back, name="sheet_back"),
    path("<uuid:pk>/", views.roster, name="roster"),
    path("<uuid:pk>/confirm/", views.confirm, name="confirm"),
    path("<uuid:pk>/discard/", views.discard, name="discard"),
    path("<uuid:pk>/progress/", views.progress, name="progress"),
    path("<uuid:pk>/correction.xlsx", views.correction, name="correction"),
]
