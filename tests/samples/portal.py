"""What the portal's addresses name: nobody's unit owns them."""
from . import free


@free("p/<str:code>")
def code(stage):
    return "D0-0000-0000"


@free("p/release/<slug:serial>")
def serial(stage):
    return "2020-1"
