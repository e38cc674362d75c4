"""Addresses of closures."""
from django.urls import path

from .views import checks, events, exemptions, lists, orders, printed

app_name = "closures"
urlpatterns = [
    path("", orders.closures, name="closures"),
    path("new/<slug:kind>/", orders.propose_closure, name="propose_closure"),
    path("status/", lists.status, name="status"),
    path("places/", lists.places, name="places"),
    path("areas/", lists.areas, name="areas"),
    path("services/", lists.services, name="services"),
    path("services/new/", lists.add_service, name="add_service"),
    path("services/<uuid:pk>/close/", lists.close_service, name="close_service"),
    path("checks/", checks.checks, name="checks"),
    path("checks/<uuid:pk>/", checks.check, name="check"),
    path("checks/<uuid:pk>/see/", checks.see_shut, name="see_shut"),
    path("exemptions/", exemptions.exemptions, name="exemptions"),
    path("exemptions/<uuid:pk>/", exemptions.exemption, name="exemption"),
    path("exemptions/<uuid:pk>/allow/", exemptions.allow_exemption, name="allow_exemption"),
    path("exemptions/<uuid:pk>/refuse/", exemptions.refuse_exemption, name="refuse_exemption"),
    path("exemptions/<uuid:pk>/end/", exemptions.end_exemption, name="end_exemption"),
    path("events/", events.events, name="events"),
    path("events/new/", events.apply_event, name="apply_event"),
    path("events/<uuid:pk>/", events.event, name="event"),
    path("events/<uuid:pk>/read/", events.read_event, name="read_event"),
    path("events/<uuid:pk>/permit/", events.permit_event, name="permit_event"),
    path("events/<uuid:pk>/decline/", events.decline_event, name="decline_event"),
    path("events/<uuid:pk>/revoke/", events.revoke_event, name="revoke_event"),
    path("events/<uuid:pk>/hold/", events.hold_event, name="hold_event"),
    path("events/<uuid:pk>/withdraw/", events.withdraw_event, name="withdraw_event"),
    path("<uuid:pk>/", orders.closure, name="closure"),
    path("<uuid:pk>/approve/", orders.approve_closure, name="approve_closure"),
    path("<uuid:pk>/refuse/", orders.refuse_closure, name="refuse_closure"),
    path("<uuid:pk>/keep/", orders.keep_closure, name="keep_closure"),
    path("<uuid:pk>/extend/", orders.extend_closure, name="extend_closure"),
    path("<uuid:pk>/lift/", orders.lift_closure, name="lift_closure"),
    path("<uuid:pk>/lift-part/", orders.lift_part, name="lift_part"),
    path("<uuid:pk>/exempt/", exemptions.propose_exemption, name="propose_exemption"),
    path("<uuid:pk>/notice.<slug:form>", printed.print_notice, name="print_notice"),
    path("<uuid:pk>/register.<slug:form>", printed.print_register, name="print_register"),
]
