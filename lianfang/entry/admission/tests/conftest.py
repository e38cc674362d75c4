"""The small county of the accounts' own tests, and browsers to walk it with."""
import pytest
from django.test import Client

from lianfang.ground.accounts.tests.conftest import county  # noqa: F401

PASSWORD = "lotus-river-42"


@pytest.fixture
def enter():
    """A browser in which an account is signed in."""
    def entered(account):
        client = Client()
        client.force_login(account, backend="lianfang.ground.accounts.sessions.AccountBackend")
        return client

    return entered


@pytest.fixture
def cadre(county):  # noqa: F811
    """A village cadre with a password."""
    account = county.account("village_cadre", county.village, "岳小满", "13800000009")
    account.set_password(PASSWORD)
    account.save()
    return account
