"""Addresses of what is shut, and of those who wish to hold something: nothing in them says who."""
from django.urls import path

from .views import closed

app_name = "closed"
urlpatterns = [
    path("", closed.now_closed, name="now"),
    path("event", closed.apply, name="apply"),
    path("mine", closed.mine, name="mine"),
    path("withdraw", closed.withdraw, name="withdraw"),
]
