"""Addresses of the hospitals."""
from django.urls import path

from .views import forces, hospital, lists, problems, summary, weeks

app_name = "hospitals"
urlpatterns = [
    path("", lists.hospitals, name="hospitals"),
    path("mine/", hospital.mine, name="mine"),
    path("new/", hospital.put_up_hospital, name="put_up_hospital"),
    path("summary/", summary.summary, name="summary"),
    path("weeks/", lists.weeks, name="weeks"),
    path("problems/", lists.problems, name="problems"),
    path("<uuid:pk>/", hospital.hospital, name="hospital"),
    path("<uuid:pk>/change/", hospital.change_hospital, name="change_hospital"),
    path("<uuid:pk>/take-down/", hospital.take_down_hospital, name="take_down_hospital"),
    path("<uuid:pk>/add-member/", forces.add_member, name="add_member"),
    path("members/<uuid:pk>/change/", forces.change_member, name="change_member"),
    path("members/<uuid:pk>/end/", forces.end_member, name="end_member"),
    path("weeks/<uuid:pk>/", weeks.week, name="week"),
    path("weeks/<uuid:pk>/submit/", weeks.submit, name="submit"),
    path("weeks/<uuid:pk>/correct/", weeks.correct, name="correct"),
    path("weeks/<uuid:pk>/accept/", weeks.accept, name="accept"),
    path("weeks/<uuid:pk>/send-back/", weeks.send_back, name="send_back"),
    path("weeks/<uuid:pk>/waive/", weeks.waive, name="waive"),
    path("weeks/<uuid:pk>/find-problem/", problems.find_problem, name="find_problem"),
    path("problems/<uuid:pk>/", problems.problem, name="problem"),
    path("problems/<uuid:pk>/mend/", problems.mend_problem, name="mend_problem"),
    path("problems/<uuid:pk>/reopen/", problems.reopen_problem, name="reopen_problem"),
    path("problems/<uuid:pk>/close/", problems.close_problem, name="close_problem"),
    path("reminders/<uuid:pk>/", hospital.pass_on, name="pass_on"),
]
