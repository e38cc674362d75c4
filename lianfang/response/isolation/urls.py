"""Addresses of orders and of what belongs to them."""
from django.urls import path

from .views import deviations, doors, held, lists, order, papers, waiting

app_name = "isolation"
urlpatterns = [
    path("", lists.orders, name="orders"),
    path("checks/", lists.checks, name="checks"),
    path("alarms/", lists.alarms, name="alarms"),
    path("needs/", lists.needs, name="needs"),
    path("reviews/", lists.reviews, name="reviews"),
    path("checks/<uuid:pk>/", doors.check, name="check"),
    path("checks/<uuid:pk>/again/", waiting.read_again, name="read_again"),
    path("alarms/<uuid:pk>/", waiting.dismiss, name="alarm"),
    path("alarms/<uuid:pk>/dismiss/", waiting.dismiss, name="dismiss"),
    path("alarms/<uuid:pk>/refer/", waiting.refer, name="refer"),
    path("needs/<uuid:pk>/", waiting.meet, name="need"),
    path("needs/<uuid:pk>/drop/", waiting.drop, name="drop"),
    path("reviews/<uuid:pk>/", waiting.complete, name="review"),
    path("handovers/<uuid:pk>/", waiting.receive, name="handover"),
    path("handovers/<uuid:pk>/send-back/", waiting.send_back, name="send_back"),
    path("deviations/", deviations.deviations, name="deviations"),
    path("deviations/<uuid:pk>/", deviations.approve_deviation, name="approve_deviation"),
    path("deviations/<uuid:pk>/refuse/", deviations.refuse_deviation, name="refuse_deviation"),
    path("deviations/<uuid:pk>/see/", deviations.see_deviation, name="see_deviation"),
    path("deviations/<uuid:pk>/stop/", deviations.stop_deviation, name="stop_deviation"),
    path("<uuid:pk>/deviate/", deviations.deviate, name="deviate"),
    path("held/", held.held_lists, name="held_lists"),
    path("held/<uuid:pk>/", held.held, name="held"),
    path("<uuid:pk>/", lists.order, name="order"),
    path("<uuid:pk>/serve/", order.serve, name="serve"),
    path("<uuid:pk>/release/", order.release, name="release"),
    path("<uuid:pk>/minder/", order.minder, name="assign_minder"),
    path("<uuid:pk>/hand-over/", order.hand_over, name="hand_over"),
    path("<uuid:pk>/result/", order.result, name="record_result"),
    path("<uuid:pk>/need/", order.need, name="ask"),
    path("<uuid:pk>/admit/", order.admit, name="admit"),
    path("<uuid:pk>/leave-county/", order.leave_county, name="leave_county"),
    path("<uuid:pk>/death/", order.record_death, name="record_death"),
    path("<uuid:pk>/redecide/", waiting.redecide, name="redecide"),
    path("<uuid:pk>/door/", doors.door, name="order_door"),
    path("<uuid:pk>/<slug:paper>.<slug:form>", papers.notice, name="notice"),
]
