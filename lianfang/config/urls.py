"""Addresses: each room brings its own."""
from django.urls import include, path

handler500 = "lianfang.config.away.failed"
urlpatterns = [
    path("", include("lianfang.entry.home.urls")),
    path("", include("lianfang.entry.admission.urls")),
    path("p/", include("lianfang.entry.portal.urls")),
    path("entry/", include("lianfang.entry.portal.entry_urls")),
    path("field/", include("lianfang.entry.field.urls")),
    path("desk/", include("lianfang.entry.portal.desk_urls")),
    path("", include("lianfang.ground.ui.urls")),
    path("tables/", include("lianfang.ground.decisions.urls")),
    path("territory/", include("lianfang.registers.territory.urls")),
    path("diseases/", include("lianfang.registers.diseases.urls")),
    path("people/", include("lianfang.registers.people.urls")),
    path("rosters/", include("lianfang.response.screening.urls")),
    path("orders/", include("lianfang.response.isolation.urls")),
    path("redress/", include("lianfang.response.redress.urls")),
    path("discretion/", include("lianfang.response.discretion.urls")),
    path("doorstep/", include("lianfang.response.doorstep.urls")),
    path("outbox/", include("lianfang.ground.outbox.urls")),
    path("api/v1/", include("lianfang.entry.api.urls")),
    path("checkpoints/", include("lianfang.response.checkpoints.urls")),
    path("tracing/", include("lianfang.response.tracing.urls")),
    path("cases/", include("lianfang.response.cases.urls")),
    path("sites/", include("lianfang.response.sites.urls")),
    path("testing/", include("lianfang.response.testing.urls")),
    path("hospitals/", include("lianfang.response.hospitals.urls")),
    path("laboratory/", include("lianfang.response.laboratory.urls")),
    path("situation/", include("lianfang.overview.situation.urls")),
    path("statistics/", include("lianfang.overview.analytics.urls")),
    path("ending/", include("lianfang.overview.ending.urls")),
]
