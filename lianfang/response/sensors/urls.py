"""Addresses of sensors; `v1/events` is the devices' own."""
from django.urls import path

from .views import alerts, devices, doors, hook

app_name = "sensors"
urlpatterns = [
    path("", doors.doors, name="doors"),
    path("doors/<uuid:pk>/", doors.door, name="door"),
    path("doors/<uuid:pk>/unbind/", doors.unbind_device, name="unbind_device"),
    path("bind/<uuid:pk>/", doors.bind_device, name="bind_device"),
    path("alerts/<uuid:pk>/", alerts.alert, name="door_alert"),
    path("devices/", devices.devices, name="devices"),
    path("devices/register/", devices.register_device, name="register_device"),
    path("devices/<uuid:pk>/", devices.device, name="device"),
    path("devices/<uuid:pk>/key/", devices.renew_key, name="renew_key"),
    path("devices/<uuid:pk>/retire/", devices.retire_device, name="retire_device"),
    path("v1/events", hook.events, name="events"),
]
