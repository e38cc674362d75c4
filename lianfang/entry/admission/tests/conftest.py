"""The small county of the accounts' own tests, and browsers to walk it with."""
import pytest
from django.test import Client

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.tests.conftest import county  # noqa: F401
from lianfang.ground.days import now

PASSWORD, CHOSEN = "lotus-river-42", "willow-bridge-7"


def by_slip(account, county):  # noqa: F811
    """A browser in which an account used a slip: it is signed in there, with a new password, and the browser is known."""
    [(_account, _post, code, _ends)] = actions.renew_slips(accounts=[account], by=county.console, at=now())
    client = Client()
    assert client.post(f"/slip/{code}", {"password": CHOSEN, "again": CHOSEN}).status_code == 302
    return client


def wrongly(login, address="127.0.0.1"):
    """What a wrong password is answered with."""
    return Client(REMOTE_ADDR=address).post("/sign-in", {"username": login, "password": "wrong"})


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
