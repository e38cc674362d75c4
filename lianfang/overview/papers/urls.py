"""Addresses of the papers."""
from django.urls import path

from .views import editions, going, papers, zero

app_name = "papers"
urlpatterns = [
    path("", papers.papers, name="papers"),
    path("draft/<slug:kind>/", papers.draft_paper, name="draft_paper"),
    path("zero/", zero.zeros, name="zeros"),
    path("zero/<uuid:pk>/", zero.zero_report, name="zero_report"),
    path("zero/<uuid:pk>/none/", zero.none, name="none"),
    path("templates/", editions.editions, name="editions"),
    path("templates/<slug:room>/<slug:name>/", editions.edition, name="edition"),
    path("templates/<slug:room>/<slug:name>/back/", editions.roll_back, name="roll_back"),
    path("templates/<slug:room>/<slug:name>/<int:number>.docx", editions.file, name="edition_file"),
    path("<uuid:pk>/", papers.paper, name="paper"),
    path("<uuid:pk>/redraft/", papers.redraft_paper, name="redraft_paper"),
    path("<uuid:pk>/approve/", going.approve_paper, name="approve_paper"),
    path("<uuid:pk>/publish/", going.publish_paper, name="publish_paper"),
    path("<uuid:pk>/withdraw/", going.withdraw_paper, name="withdraw_paper"),
    path("<uuid:pk>/paper.<slug:form>", going.file, name="file"),
]
