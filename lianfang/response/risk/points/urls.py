"""Addresses of risk points."""
from django.urls import path

from .views import board, points, weeks

app_name = "riskpoints"
urlpatterns = [
    path("", board.board, name="board"),
    path("trend/", board.trend, name="trend"),
    path("report.<slug:form>", board.report, name="report"),
    path("points/", points.points, name="points"),
    path("points/new/", points.enter_point, name="enter_point"),
    path("points/take/", points.take_points, name="take_points"),
    path("points/<uuid:pk>/", points.point, name="point"),
    path("points/<uuid:pk>/rate/", points.rate_point, name="rate_point"),
    path("points/<uuid:pk>/order/", points.order_measures, name="order_measures"),
    path("points/<uuid:pk>/close/", points.close_point, name="close_point"),
    path("weeks/", weeks.weeks, name="weeks"),
    path("weeks/<uuid:pk>/", weeks.week, name="week"),
]
