"""Addresses of those who wish to be tested: nothing in them says who."""
from django.urls import path

from .views import booking

app_name = "booking"
urlpatterns = [
    path("", booking.times, name="times"),
    path("mine", booking.mine, name="mine"),
    path("cancel", booking.cancel, name="cancel"),
]
