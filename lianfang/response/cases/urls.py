"""Addresses of the cases."""
from django.urls import path

from .views import assessing, cards, case, course, inquiry, linelists, lists, sources, team

app_name = "cases"
urlpatterns = [
    path("", lists.cases, name="cases"),
    path("new/", case.take_in, name="take_in"),
    path("<uuid:pk>/", case.case, name="case"),
    path("<uuid:pk>/read/", case.read, name="read"),
    path("<uuid:pk>/report/", cards.report, name="report"),
    path("<uuid:pk>/assess/", assessing.assess, name="assess"),
    path("<uuid:pk>/correct/", cards.correct, name="correct"),
    path("<uuid:pk>/card.<slug:form>", cards.print_card, name="print_card"),
    path("<uuid:pk>/inquiry/", inquiry.inquiry, name="inquiry"),
    path("<uuid:pk>/inquiry/fill/", inquiry.fill, name="fill"),
    path("<uuid:pk>/inquiry/finish-basic/", inquiry.finish_basic, name="finish_basic"),
    path("<uuid:pk>/inquiry/<slug:rows>/", inquiry.tell, name="tell"),
    path("<uuid:pk>/inquiry/<slug:rows>/<uuid:row>/take-back/", inquiry.take_back, name="take_back"),
    path("team/", team.team, name="team"),
    path("team/assign/", team.assign, name="assign"),
    path("team/hand-over/", team.hand_over, name="hand_over"),
    path("team/hand-overs/<uuid:pk>/", team.shift_note, name="shift_note"),
    path("team/hand-overs/<uuid:pk>/receive/", team.receive_shift, name="receive_shift"),
    path("<uuid:pk>/investigate/", course.investigate, name="investigate"),
    path("<uuid:pk>/discharge/", course.discharge, name="discharge"),
    path("<uuid:pk>/recover/", course.recover, name="recover"),
    path("<uuid:pk>/record-death/", course.record_death, name="record_death"),
    path("<uuid:pk>/send-out/", course.send_out, name="send_out"),
    path("<uuid:pk>/move-away/", course.move_away, name="move_away"),
    path("<uuid:pk>/rule-out/", course.rule_out, name="rule_out"),
    path("<uuid:pk>/sources/", sources.sources, name="sources"),
    path("<uuid:pk>/sources/none/", sources.name_none, name="name_none"),
    path("links/<uuid:pk>/name/", sources.name_link, name="name_link"),
    path("links/<uuid:pk>/refuse/", sources.refuse_source, name="refuse_source"),
    path("linelists/", linelists.linelists, name="linelists"),
    path("linelists/out/", linelists.linelist_out, name="linelist_out"),
    path("revisits/", lists.revisits, name="revisits"),
    path("revisits/<uuid:pk>/", course.revisit, name="revisit"),
    path("revisits/<uuid:pk>/drop/", course.drop_revisit, name="drop_revisit"),
]
