"""Addresses of the trials."""
from django.urls import path

from . import views

app_name = "trial"
urlpatterns = [
    path("", views.trials, name="trials"),
    path("<uuid:pk>/", views.trial, name="trial"),
    path("<uuid:pk>/people/", views.people_of, name="people"),
    path("<uuid:pk>/print/<slug:form>/", views.print_trial, name="print"),
]
