"""Addresses of transfers."""
from django.urls import path

from .views import departures, incoming, people

app_name = "transfers"
urlpatterns = [
    path("", incoming.incomings, name="incomings"),
    path("new/", incoming.take_letter, name="take_letter"),
    path("<uuid:pk>/", incoming.incoming, name="incoming"),
    path("<uuid:pk>/name/", people.name_people, name="name_people"),
    path("<uuid:pk>/sheet/", people.import_people, name="import_people"),
    path("<uuid:pk>/file/", incoming.open_letter, name="open_letter"),
    path("<uuid:pk>/receipt/", incoming.send_receipt, name="send_receipt"),
    path("<uuid:pk>/receipt.<slug:form>", incoming.print_receipt, name="print_receipt"),
    path("<uuid:pk>/settle/", incoming.settle, name="settle"),
    path("<uuid:pk>/void/", incoming.void_letter, name="void_letter"),
    path("people/<uuid:pk>/found/", people.tell_found, name="tell_found"),
    path("departures/", departures.departures, name="departures"),
    path("departures/<uuid:pk>/", departures.departure, name="departure"),
    path("departures/<uuid:pk>/chase/", departures.chase_receipt, name="chase_receipt"),
    path("departures/<uuid:pk>/receipt/", departures.take_receipt, name="take_receipt"),
    path("departures/<uuid:pk>/cancel/", departures.cancel_departure, name="cancel_departure"),
    path("departures/<uuid:pk>/letter.<slug:form>", departures.print_letter, name="print_letter"),
]
