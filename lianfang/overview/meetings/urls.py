"""Addresses of the meetings."""
from django.urls import path

from .views import closing, deciding, facts, register, room

app_name = "meetings"
urlpatterns = [
    path("", register.meetings, name="meetings"),
    path("call/", register.call, name="call"),
    path("series/<slug:series>/start/", register.start_series, name="start_series"),
    path("rhythms/<uuid:pk>/stop/", register.stop_series, name="stop_series"),
    path("facts/", facts.all_facts, name="facts"),
    path("facts/<uuid:pk>/", facts.one_facts, name="one_facts"),
    path("<uuid:pk>/", room.meeting, name="meeting"),
    path("<uuid:pk>/live/", room.live, name="live"),
    path("<uuid:pk>/begin/", room.begin, name="begin"),
    path("<uuid:pk>/renew/", room.renew, name="renew"),
    path("<uuid:pk>/call-off/", room.call_off, name="call_off"),
    path("<uuid:pk>/add/", room.add_item, name="add_item"),
    path("<uuid:pk>/seats/", room.seats, name="seats"),
    path("<uuid:pk>/seats/add/", room.add_seat, name="add_seat"),
    path("seats/<uuid:pk>/", room.attend, name="attend"),
    path("items/<uuid:pk>/note/", room.note_item, name="note_item"),
    path("<uuid:pk>/decide/", deciding.word_decision, name="word_decision"),
    path("items/<uuid:pk>/decide/", deciding.decide_on, name="decide_on"),
    path("decisions/<uuid:pk>/", deciding.give_share, name="give_share"),
    path("decisions/<uuid:pk>/drop/", deciding.drop_decision, name="drop_decision"),
    path("shares/<uuid:pk>/drop/", deciding.drop_share, name="drop_share"),
    path("<uuid:pk>/read/", closing.read_back, name="read_back"),
    path("<uuid:pk>/close/", closing.close, name="close"),
    path("<uuid:pk>/minutes.<slug:form>", closing.minutes, name="minutes"),
]
