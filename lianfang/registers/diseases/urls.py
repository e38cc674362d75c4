"""Address of the diseases."""
from django.urls import path

from . import views

app_name = "diseases"
urlpatterns = [path("", views.diseases, name="diseases")]
