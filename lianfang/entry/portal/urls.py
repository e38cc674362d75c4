"""Addresses of the portal; a notice's mark leads to the last."""
from django.urls import path

from .views import asking, entering, own

app_name = "portal"
urlpatterns = [
    path("", own.enter, name="enter"),
    path("me", own.own, name="own"),
    path("me/check/<uuid:pk>", entering.check, name="check"),
    path("me/need", entering.need, name="need"),
    path("me/correct", asking.correct, name="correct"),
    path("me/appeal", asking.appeal, name="appeal"),
    path("me/withdraw/<uuid:pk>", asking.withdraw, name="withdraw"),
    path("me/sensor/<uuid:pk>/withdraw", asking.withdraw_consent, name="withdraw_consent"),
    path("leave", own.leave, name="leave"),
    path("release/<slug:serial>", own.print_release, name="print_release"),
    path("release/<slug:serial>/<uuid:told>.pdf", own.release, name="release"),
    path("<str:code>", own.enter, name="code"),
]
