"""Addresses of the ledger."""
from django.urls import path

from .views import changes, codes, days

app_name = "ledger"
urlpatterns = [
    path("", days.days, name="days"),
    path("file.<slug:form>", codes.take_away, name="take_away"),
    path("codes/", codes.map_codes, name="map_codes"),
    path("changes/<uuid:pk>/", changes.confirm, name="confirm"),
    path("changes/<uuid:pk>/change/", changes.change, name="change"),
    path("changes/<uuid:pk>/refuse/", changes.refuse_change, name="refuse_change"),
    path("<uuid:pk>/", days.cut, name="cut"),
    path("<uuid:pk>/sign/", days.sign, name="sign"),
    path("<uuid:pk>/compare/", days.compare, name="compare"),
    path("<uuid:pk>/change/", changes.ask_change, name="ask_change"),
    path("<uuid:pk>/<int:unit>/<slug:code>/", days.figure, name="figure"),
]
