"""Addresses; their namespace is that of the accounts they are about."""
from django.urls import path

from .views import accounts, intake, nodes, own, second, signing, slips, unit

app_name = "accounts"
urlpatterns = [
    path("sign-in", signing.sign_in, name="sign_in"),
    path("sign-in/demo/<int:account>", signing.try_demo, name="try_demo"),
    path("sign-in/second", second.prove, name="prove"),
    path("sign-out", signing.sign_out, name="sign_out"),
    path("slip", slips.type_code, name="type_code"),
    path("slip/<str:code>", slips.slip, name="slip"),
    path("password", own.change_password, name="change_password"),
    path("sessions", own.sessions, name="sessions"),
    path("sessions/end", own.end_others, name="end_others"),
    path("sessions/<str:session>/end", own.end_session, name="end_session"),
    path("devices/<int:device>/end", own.end_device, name="end_device"),
    path("strengthen", second.strengthen, name="strengthen"),
    path("second", second.second, name="second"),
    path("second/totp", second.add_totp, name="add_totp"),
    path("second/passkey", second.add_passkey, name="add_passkey"),
    path("second/codes", second.renew_codes, name="renew_codes"),
    path("second/<int:factor>/remove", second.remove_factor, name="remove_factor"),
    path("accounts/", accounts.index, name="accounts"),
    path("accounts/add", accounts.add, name="add"),
    path("accounts/import", intake.bring, name="import"),
    path("accounts/template.xlsx", intake.empty_sheet, name="template"),
    path("accounts/slips", slips.print_slips, name="slips"),
    path("accounts/nodes", nodes.index, name="nodes"),
    path("accounts/nodes/appoint", nodes.appoint_sole, name="appoint_sole"),
    path("accounts/nodes/<int:unit>/appoint", nodes.appoint, name="appoint"),
    path("accounts/<int:account>", accounts.account, name="account"),
    path("accounts/<int:account>/assign", accounts.assign, name="assign"),
    path("accounts/<int:account>/assignments/<int:assignment>/end", accounts.end_assignment, name="end_assignment"),
    path("accounts/<int:account>/deactivate", accounts.deactivate, name="deactivate"),
    path("accounts/<int:account>/reactivate", accounts.reactivate, name="reactivate"),
    path("accounts/<int:account>/end-sessions", unit.end_sessions, name="end_sessions"),
    path("accounts/<int:account>/sessions/<str:session>/end", unit.end_session, name="end_session_of"),
    path("accounts/<int:account>/devices/<int:device>/end", unit.end_device, name="end_device_of"),
    path("accounts/<int:account>/reset-factors", unit.reset_factors, name="reset_factors"),
    path("accounts/<int:account>/unlock", unit.unlock, name="unlock"),
    path("accounts/<int:account>/renew-slip", slips.renew_slip, name="renew_slip"),
]
