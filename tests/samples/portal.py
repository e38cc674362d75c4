"""What the portal's addresses name: nobody's unit owns them."""
from . import free


@free("p/<str:code>")
def code(stage):
    return "D0-0000-0000"


@free("p/me/check/<uuid:pk>", "p/me/withdraw/<uuid:pk>", "p/me/sensor/<uuid:pk>")
def own_check(stage):
    return "0190a0e4-0000-7000-8000-000000000000"


@free("p/release/<slug:serial>")
def serial(stage):
    return "2020-1"


@free("p/release/<slug:serial>/<uuid:told>")
def told(stage):
    return "0190a0e4-0000-7000-8000-000000000000"
