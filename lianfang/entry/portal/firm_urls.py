"""Addresses of firms that look whether their workers are fit."""
from django.urls import path

from .views import firm

app_name = "firm"
urlpatterns = [
    path("", firm.enter, name="enter"),
    path("list", firm.workers, name="workers"),
    path("pass", firm.check_pass, name="check_pass"),
    path("leave", firm.leave, name="leave"),
]
