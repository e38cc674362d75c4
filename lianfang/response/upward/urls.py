"""Addresses of reports to the city."""
from django.urls import path

from .views import events

app_name = "upward"
urlpatterns = [
    path("", events.events, name="events"),
    path("new/", events.open_event, name="open_event"),
    path("<uuid:pk>/", events.event, name="event"),
    path("<uuid:pk>/report/<slug:stage>/", events.report, name="report"),
    path("<uuid:pk>/drop/", events.drop_event, name="drop_event"),
    path("reports/<uuid:pk>/answer/", events.take_answer, name="take_answer"),
    path("reports/<uuid:pk>/paper.<slug:form>", events.print_report, name="print_report"),
]
