"""Addresses of sites."""
from django.urls import path

from .views import arrivals, lists, placements, rooms, service, site, trips

app_name = "sites"
urlpatterns = [
    path("", lists.sites, name="sites"),
    path("open/", site.open_site, name="open_site"),
    path("ask/", site.ask_guests, name="ask_guests"),
    path("blank.xlsx", rooms.blank, name="blank"),
    path("<uuid:pk>/", site.site, name="site"),
    path("<uuid:pk>/arrivals/", arrivals.arrivals, name="arrivals"),
    path("<uuid:pk>/rooms/", lists.rooms, name="rooms"),
    path("<uuid:pk>/rooms/import/", rooms.import_rooms, name="import_rooms"),
    path("<uuid:pk>/rooms/add/", rooms.add_rooms, name="add_rooms"),
    path("<uuid:pk>/leader/", site.leader, name="name_leader"),
    path("<uuid:pk>/close/", site.close, name="close_site"),
    path("people/", placements.placements, name="placements"),
    path("people/<uuid:pk>/", placements.placement, name="placement"),
    path("people/<uuid:pk>/place/<slug:step>/", placements.place, name="place"),
    path("people/<uuid:pk>/admit/", placements.admit, name="admit"),
    path("people/<uuid:pk>/come-back/", placements.come_back, name="come_back"),
    path("people/<uuid:pk>/counsel/", service.ask_counsel, name="ask_counsel"),
    path("counsel/<uuid:pk>/", service.counsel, name="counsel"),
    path("people/<uuid:pk>/trip/<slug:kind>/", trips.plan_trip, name="plan_trip"),
    path("trips/", trips.trips, name="trips"),
    path("trips/<uuid:pk>/", trips.trip, name="trip"),
    path("trips/<uuid:pk>/sheet.<slug:form>", trips.sheet, name="trip_sheet"),
    path("trips/<uuid:pk>/<slug:name>/", trips.step, name="trip_step"),
    path("rounds/", lists.rounds, name="rounds"),
    path("rounds/<uuid:pk>/", service.round_, name="round"),
    path("<uuid:pk>/duty/", service.duty, name="duty"),
    path("cleanings/", lists.cleanings, name="cleanings"),
    path("cleanings/<uuid:pk>/", placements.cleaning, name="cleaning"),
    path("rooms/<int:pk>/", rooms.room, name="room"),
    path("rooms/<int:pk>/describe/", rooms.describe, name="describe_room"),
]
