"""Addresses of command."""
from django.urls import path

from .views import groups, hq, mechanisms, posts, recalls

app_name = "command"
urlpatterns = [
    path("", hq.hq, name="hq"),
    path("declare/", hq.declare, name="declare"),
    path("<uuid:pk>/level/", hq.change_level, name="change_level"),
    path("<uuid:pk>/end/", hq.end_emergency, name="end_emergency"),
    path("<uuid:pk>/heads/", hq.appoint_head, name="appoint_head"),
    path("<uuid:pk>/force/", groups.open_force, name="open_force"),
    path("responses/<uuid:pk>/", hq.run_card, name="run_card"),
    path("responses/<uuid:pk>/stand-up/", hq.stand_up, name="stand_up"),
    path("groups/<uuid:pk>/", groups.group, name="group"),
    path("groups/<uuid:pk>/seats/", groups.appoint, name="appoint"),
    path("groups/<uuid:pk>/close/", groups.close_group, name="close_group"),
    path("holders/<uuid:pk>/relieve/", groups.relieve, name="relieve"),
    path("posts/", posts.posts, name="posts"),
    path("posts/fill/", posts.fill_gaps, name="fill_gaps"),
    path("posts/<int:unit>/<slug:post>/", posts.assign, name="assign"),
    path("answers/<uuid:pk>/end/", posts.unassign, name="unassign"),
    path("covers/", posts.covers, name="covers"),
    path("covers/<uuid:pk>/stop/", posts.stop_cover, name="stop_cover"),
    path("recalls/", recalls.recalls, name="recalls"),
    path("recalls/new/", recalls.recall_members, name="recall_members"),
    path("recalls/<uuid:pk>/", recalls.recall, name="recall"),
    path("recalls/<uuid:pk>/end/", recalls.end_recall, name="end_recall"),
    path("recalls/<uuid:pk>/muster.<slug:form>", recalls.muster, name="muster"),
    path("called/<uuid:pk>/", recalls.called, name="called"),
    path("called/<uuid:pk>/acknowledge/", recalls.acknowledge, name="acknowledge"),
    path("called/<uuid:pk>/why/", recalls.ask_excuse, name="ask_excuse"),
    path("called/<uuid:pk>/excuse/", recalls.excuse_member, name="excuse_member"),
    path("called/<uuid:pk>/insist/", recalls.insist, name="insist"),
    path("called/<uuid:pk>/present/", recalls.mark_present, name="mark_present"),
    path("mechanisms/", mechanisms.mechanisms, name="mechanisms"),
    path("mechanisms/take/<slug:code>/", mechanisms.take, name="take_mechanism"),
    path("mechanisms/<uuid:pk>/", mechanisms.mechanism, name="mechanism"),
    path("mechanisms/<uuid:pk>/drop/", mechanisms.drop, name="drop_mechanism"),
    path("parts/<uuid:pk>/drop/", mechanisms.drop_part, name="drop_part"),
]
