"""Signed-in readers for the tests of pages."""
from django.test import Client

from lianfang.ground.accounts.models import Account, Assignment


def signed_in(role, unit, login=None):
    """A browser in which somebody with that role at that unit has signed in."""
    account = Account.objects.create(login=login or f"{role}{unit.id}", name="丁一")
    Assignment.objects.create(account=account, role=role, unit=unit, from_on="2020-01-01")
    browser = Client()
    browser.force_login(account)
    browser.account = account
    return browser
