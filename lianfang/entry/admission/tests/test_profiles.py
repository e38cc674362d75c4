"""What a password must be, by the profile chosen in settings; and what happens when it has been used for too long."""
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client, override_settings

from lianfang.ground.accounts.models import Account
from lianfang.ground.days import now

from .conftest import CHOSEN, PASSWORD, by_slip


def accepted(password, account=None) -> bool:
    try:
        validate_password(password, account)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(("profile", "second", "password", "is_good"), [
    ("mlps3", False, "lotus-rive", False), ("mlps3", False, "lotus-riv7", True), ("mlps3", False, "Lotusriver7", True),
    ("mlps3", False, "lotus-r7", False), ("mlps3", True, "lotus-r7", False), ("mlps3", False, "password-1", False),
    ("mlps3", False, "荷塘月色荷塘月色荷塘", False), ("mlps3", False, "荷塘月色lotus77", True),
    ("asvs", False, "lotus river", False), ("asvs", False, "lotus river wind", True), ("asvs", False, "749205817364920", True),
    ("asvs", True, "lotusriv", True), ("asvs", True, "lotusri", False), ("asvs", True, "password", False),
    ("asvs", True, "qwertyuiop", False),
])
def test_what_a_profile_takes(cadre, profile, second, password, is_good):
    with override_settings(PASSWORD_PROFILE=profile, SECOND_FACTOR=second):
        assert accepted(password, cadre) is is_good


@pytest.mark.parametrize("password", [
    "Woaini@1314", "Admin@123456", "Abc@123456", "Aa123456789!", "Qwer1234!@#", "P@ssw0rd123", "Passw0rd@123", "!!Password2020!!",
    "Qwe123!@#asd", "Password-Password-1"])
def test_a_common_one_is_common_with_something_tacked_on(cadre, password):
    assert not accepted(password, cadre)


@pytest.mark.parametrize("password", [
    "password123456789", "passwordpassword", "123456123456123456", "aaaaaaaaaaaaaaaa", "woaini woaini woaini"])
def test_a_long_one_is_common_where_it_only_repeats(cadre, password):
    with override_settings(PASSWORD_PROFILE="asvs", SECOND_FACTOR=False):
        assert not accepted(password, cadre)


@pytest.mark.parametrize("password", ["x7Kp2mQ9vL", "Kx#47201938", "monkey-4827193", "Lotus-river-42", "荷塘月色Lotus77",
                                      "¥%#·！——Ａ（）；Ｂ7"])
def test_a_common_word_beside_something_else_is_none(cadre, password):
    assert accepted(password, cadre)


def test_a_password_like_the_login_is_none(cadre):
    cadre.login = "yuexiaoman2020"
    with override_settings(PASSWORD_PROFILE="asvs"):
        assert not accepted("yuexiaoman2020!", cadre)


@pytest.mark.parametrize(("profile", "said", "unsaid"), [("mlps3", ("10 位", "3 种"), ()), ("asvs", ("15 位",), ("种",))])
def test_the_page_says_what_its_profile_asks(county, cadre, profile, said, unsaid):
    client = by_slip(cadre, county)
    with override_settings(PASSWORD_PROFILE=profile):
        page = client.get("/password").content.decode()
    page = page[page.index("<form class=\"form\""):page.index("</form>", page.index("<form class=\"form\""))]
    assert all(words in page for words in said) and not any(words in page for words in unsaid)


def test_the_password_one_has_is_no_new_one(county, cadre):
    client = by_slip(cadre, county)
    answer = client.post("/password", {"old": CHOSEN, "password": CHOSEN, "again": CHOSEN})
    assert answer.status_code == 422 and "请换一个新的" in answer.content.decode()


def test_a_slip_used_with_the_same_password_makes_it_no_younger(county, cadre):
    by_slip(cadre, county)
    chosen_at = Account.objects.get(pk=cadre.pk).password_at
    with time_machine.travel(now() + timedelta(days=40)):
        by_slip(cadre, county)
    assert Account.objects.get(pk=cadre.pk).password_at == chosen_at


def test_after_its_days_it_must_be_changed_before_anything_else(county, cadre):
    by_slip(cadre, county)
    with time_machine.travel(now() + timedelta(days=91)):
        client = Client()
        assert client.post("/sign-in", {"username": "yxm01", "password": CHOSEN}).status_code == 302
        assert [client.get(page, follow=True).redirect_chain[-1][0] for page in ("/", "/accounts/")] == ["/password"] * 2
        assert "用得太久了" in client.get("/password").content.decode()
        client.post("/password", {"old": CHOSEN, "password": "maple-lantern-8", "again": "maple-lantern-8"})
        assert client.get("/accounts/").status_code == 200
        assert (now() - Account.objects.get(pk=cadre.pk).password_at).days == 0


@pytest.mark.parametrize(("days", "is_told"), [(70, False), (77, True), (89, True)])
def test_some_days_before_it_is_told(county, cadre, days, is_told):
    by_slip(cadre, county)
    with time_machine.travel(now() + timedelta(days=days)):
        client = Client()
        client.post("/sign-in", {"username": "yxm01", "password": CHOSEN})
        assert ("就要换了" in client.get("/sessions").content.decode()) is is_told


def test_asvs_never_asks_for_another(county, cadre):
    by_slip(cadre, county)
    with override_settings(PASSWORD_PROFILE="asvs"), time_machine.travel(now() + timedelta(days=900)):
        client = Client()
        client.post("/sign-in", {"username": "yxm01", "password": CHOSEN})
        assert client.get("/accounts/").status_code == 200


def test_one_whose_age_nobody_knows_is_let_be(cadre):
    client = Client()
    assert client.post("/sign-in", {"username": "yxm01", "password": PASSWORD}).status_code == 302
    assert client.get("/accounts/").status_code == 200
