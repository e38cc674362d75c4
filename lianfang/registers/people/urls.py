"""Addresses of the register of people."""
from django.urls import path

from . import views

app_name = "people"
urlpatterns = [
    path("", views.people, name="people"),
    path("search/", views.search, name="search"),
    path("categories/", views.categories, name="categories"),
    path("categories/add/", views.add_category, name="add_category"),
    path("categories/<slug:code>/rename/", views.rename_category, name="rename_category"),
    path("categories/<slug:code>/end/", views.end_category, name="end_category"),
    path("<uuid:pk>/", views.person, name="person"),
    path("<uuid:pk>/looks/", views.looks, name="looks"),
    path("<uuid:pk>/open/", views.open_person, name="open"),
]
