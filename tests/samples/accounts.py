"""Accounts, their assignments and sessions."""
from datetime import timedelta

from lianfang.ground.accounts.models import Session
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


@free("sign-in/demo/<int:account>")
def demo(stage):
    return stage.cast.grid.pk


@free("slip/<str:code>")
def code(stage):
    return "K7Q2-9F3M-X0AB"
