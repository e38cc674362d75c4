"""Addresses of the gates."""
from django.urls import path

from .views import at_gate, cases, duty, lists, notices, passes, posts

app_name = "checkpoints"
urlpatterns = [
    path("", posts.posts, name="posts"),
    path("new/", posts.put_up_post, name="put_up_post"),
    path("posts/<uuid:pk>/", posts.change_post, name="change_post"),
    path("posts/<uuid:pk>/take-down/", posts.take_down_post, name="take_down_post"),
    path("totals/", lists.totals, name="totals"),
    path("vehicles/", lists.vehicles, name="vehicles"),
    path("passages/", lists.passages, name="passages"),
    path("shifts/", lists.shifts, name="shifts"),
    path("notices/", notices.notices, name="notices"),
    path("notices/<uuid:pk>/", notices.notice, name="notice"),
    path("notices/<uuid:pk>/letter.pdf", notices.letter, name="letter"),
    path("passes/", passes.passes, name="passes"),
    path("passes/new/", passes.issue_passes, name="issue_passes"),
    path("passes/print.pdf", passes.print_passes, name="print_passes"),
    path("passes/<uuid:pk>/revoke/", passes.revoke_pass, name="revoke_pass"),
    path("gate/", at_gate.gates, name="gates"),
    path("gate/<uuid:pk>/", at_gate.gate, name="gate"),
    path("gate/<uuid:pk>/pass/", at_gate.pass_vehicle, name="pass_vehicle"),
    path("gate/<uuid:pk>/quick/", at_gate.pass_quick, name="pass_quick"),
    path("gate/<uuid:pk>/known/", at_gate.known, name="known"),
    path("gate/<uuid:pk>/tally/", duty.tally, name="tally"),
    path("gate/<uuid:pk>/on-duty/", duty.open_shift, name="open_shift"),
    path("gate/shifts/<uuid:pk>/hand-over/", duty.hand_over_shift, name="hand_over_shift"),
    path("gate/vehicles/<uuid:pk>/", at_gate.vehicle, name="vehicle"),
    path("gate/passages/<uuid:pk>/", cases.passage, name="passage"),
    path("gate/passages/<uuid:pk>/decide/", cases.decide, name="decide"),
    path("gate/passages/<uuid:pk>/handed/", cases.hand_to_site, name="hand_to_site"),
]
