"""Addresses of the laboratory."""
from django.urls import path

from .views import bench, boxes, forecast, lists, points, recalls, sheets, tubes

app_name = "laboratory"
urlpatterns = [
    path("", points.points, name="points"),
    path("new/", points.open_session, name="open_session"),
    path("<uuid:pk>/", points.point, name="point"),
    path("<uuid:pk>/close/", points.close_session, name="close_session"),
    path("tubes/", lists.tubes, name="tubes"),
    path("tubes/<uuid:pk>/", tubes.tube, name="tube"),
    path("tubes/<uuid:pk>/take/", tubes.take_sample, name="take_sample"),
    path("tubes/<uuid:pk>/seal/", tubes.seal, name="seal"),
    path("tubes/<uuid:pk>/void/", tubes.void, name="void"),
    path("samples/", lists.samples, name="samples"),
    path("samples/<uuid:pk>/take-out/", tubes.take_out, name="take_out"),
    path("samples/<uuid:pk>/read/", tubes.read_result, name="read_result"),
    path("boxes/", boxes.send, name="send"),
    path("boxes/<uuid:pk>/", boxes.receive, name="receive"),
    path("recalls/", lists.recalls, name="recalls"),
    path("recalls/<uuid:pk>/", recalls.recall, name="recall"),
    path("queue/", bench.queue, name="queue"),
    path("queue/<uuid:pk>/", bench.waits, name="waits"),
    path("forecast/", forecast.forecast, name="forecast"),
    path("results/", sheets.import_results, name="import_results"),
    path("runs/<uuid:pk>/", bench.report, name="report"),
]
