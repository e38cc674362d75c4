"""Addresses of the firms."""
from django.urls import path

from . import views

app_name = "enterprises"
urlpatterns = [
    path("", views.firms, name="firms"),
    path("import/", views.import_firms, name="import_firms"),
    path("import/blank/", views.blank, name="blank"),
    path("new/", views.add_firm, name="add_firm"),
    path("<uuid:pk>/amend/", views.amend_firm, name="amend_firm"),
    path("<uuid:pk>/close/", views.close_firm, name="close_firm"),
]
