"""Accounts, their assignments and sessions."""
from datetime import timedelta

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from lianfang.ground.accounts.models import Device, Session
from lianfang.ground.accounts.proofs.adapter import secrets_of
from lianfang.ground.days import now

from . import free, sample


@sample("accounts/<int:account>")
def account(stage):
    return stage.cast.cadre.pk


@sample("accounts/<int:account>/assignments/<int:assignment>")
def assignment(stage):
    return stage.cast.cadre.assignments.get().pk


@sample("accounts/nodes/<int:unit>")
def unit(stage):
    return stage.unit.pk


@sample("sessions/<str:session>")
def session(stage):
    return Session.objects.create(session_key="0" * 32, account=stage.near, began_at=now(), expire_date=now() + timedelta(hours=9)).pk


@sample("accounts/<int:account>/sessions/<str:session>")
def session_of_cadre(stage):
    return Session.objects.create(session_key="1" * 32, account=stage.cast.cadre, began_at=now(), expire_date=now() + timedelta(hours=9)).pk


@sample("devices/<int:device>")
def device(stage):
    return Device.objects.create(account=stage.near, digest="0" * 32, enrolled_at=now(), seen_at=now()).pk


@sample("accounts/<int:account>/devices/<int:device>")
def device_of_cadre(stage):
    return Device.objects.create(account=stage.cast.cadre, digest="1" * 32, enrolled_at=now(), seen_at=now()).pk


@sample("second/<int:factor>")
def factor(stage):
    with secrets_of(stage.near):
        return TOTP.activate(stage.near, generate_totp_secret()).instance.pk


@free("sign-in/demo/<int:account>")
def demo(stage):
    return stage.cast.grid.pk


@free("slip/<str:code>")
def code(stage):
    return "K7Q2-9F3M-X0AB"
