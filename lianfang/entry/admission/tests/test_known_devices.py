"""Known devices: the slip makes the browser known, a field role comes in from there only; they are listed, ended, and run out."""
from datetime import timedelta

import pytest
import time_machine
from django.test import Client, override_settings

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.models import Device, Notice, Session
from lianfang.ground.days import now
from lianfang.ground.journal.models import Line

from .conftest import CHOSEN, by_slip


@pytest.fixture(autouse=True)
def demanded():
    """As in a real installation."""
    with override_settings(SECOND_FACTOR=True):
        yield


@pytest.fixture
def worker(county):
    """A grid worker without a password."""
    return county.account("grid_worker", county.grid, "何新来")


def signed_in(client, login):
    return client.post("/sign-in", {"username": login, "password": CHOSEN}).status_code


def test_the_slip_s_browser_is_known_and_comes_in_again_with_the_password(county, worker):
    client = by_slip(worker, county)
    assert client.get("/").status_code == 200
    client.post("/sign-out")
    assert signed_in(client, worker.login) == 302 and client.get("/").status_code == 200
    assert list(Line.objects.filter(verb="accounts.enrol_device").values_list("by", flat=True)) == [worker.pk]


def test_from_elsewhere_a_new_slip_is_needed(county, worker):
    by_slip(worker, county)
    elsewhere = Client()
    answer = elsewhere.post("/sign-in", {"username": worker.login, "password": CHOSEN})
    assert answer.status_code == 403 and "重发一张登录条" in answer.content.decode()
    assert not Session.objects.filter(account=worker, session_key=elsewhere.session.session_key).exists()
    assert by_slip(worker, county).get("/").status_code == 200 and worker.devices.count() == 2


def test_the_token_is_long_read_by_no_script_and_kept_as_a_digest(county, worker):
    cookie = by_slip(worker, county).cookies["device"]
    assert len(cookie.value) >= 43 and cookie["httponly"] and cookie["samesite"] == "Lax" and cookie["max-age"] == 180 * 86400
    row = Device.objects.values().get()
    assert cookie.value not in str(row) and len(row["digest"]) == 32


def test_a_token_of_another_account_or_an_invented_one_opens_nothing(county, worker):
    other = county.account("grid_worker", county.grid_2, "金小禾")
    stolen, own = by_slip(other, county), by_slip(worker, county)
    own.post("/sign-out")
    for token in (stolen.cookies["device"].value, "x" * 43, ""):
        client = Client()
        client.cookies["device"] = token
        assert signed_in(client, worker.login) == 403


def test_two_people_share_a_tablet_and_a_copied_cookie_of_before_ends(county, worker):
    other = county.account("grid_worker", county.grid_2, "金小禾")
    tablet = by_slip(other, county)
    before = tablet.cookies["device"].value
    [(_account, _post, code, _ends)] = actions.renew_slips(accounts=[worker], by=county.console, at=now())
    assert tablet.post(f"/slip/{code}", {"password": CHOSEN, "again": CHOSEN}).status_code == 302
    for login in (other.login, worker.login):
        tablet.post("/sign-out")
        assert signed_in(tablet, login) == 302
    copied = Client()
    copied.cookies["device"] = before
    assert signed_in(copied, other.login) == 403


def test_it_runs_out_after_its_days_and_is_forgotten(county, worker):
    client = by_slip(worker, county)
    with time_machine.travel(now() + timedelta(days=181)):
        assert signed_in(client, worker.login) == 403
        actions.forget(at=now())
    assert not Device.objects.exists()


def test_its_owner_sees_it_and_ends_it_and_who_is_signed_in_there_is_out(county, worker):
    old, new = by_slip(worker, county), by_slip(worker, county)
    old.post("/sign-in", {"username": worker.login, "password": CHOSEN})
    page = new.get("/sessions").content.decode()
    assert page.count("解除绑定</summary>") == 2 and "服务器本机" in page
    lost = worker.devices.order_by("pk").first()
    assert new.post(f"/devices/{lost.pk}/end").status_code == 302
    assert old.get("/sessions").status_code == 302 and new.get("/sessions").status_code == 200
    assert signed_in(old, worker.login) == 403
    assert Line.objects.get(verb="accounts.end_device").data == {"account": worker.pk}
    assert not Notice.objects.exists()


@pytest.mark.parametrize(("role", "unit", "status"), [("township_cadre", "town", 302), ("township_cadre", "other_town", 404),
                                                      ("grid_worker", "grid", 403), ("county_leader", "county", 403)])
def test_the_unit_ends_one_session_or_device_and_nobody_else_does(county, worker, enter, role, unit, status):
    client = by_slip(worker, county)
    with override_settings(SECOND_FACTOR=False):
        other = enter(county.account(role, getattr(county, unit), "苗乡长"))
        session, device = worker.sessions.get(), worker.devices.get()
        for url in (f"/accounts/{worker.pk}/sessions/{session.pk}/end", f"/accounts/{worker.pk}/devices/{device.pk}/end"):
            assert other.post(url).status_code == status
    is_out = status == 302
    assert client.get("/sessions").status_code == (302 if is_out else 200)
    assert Device.objects.exists() is not is_out
    if is_out:
        [page] = [by_slip(worker, county).get("/sessions").content.decode()]
        assert "苗乡长忘掉了您绑定的一台手机或电脑" in page and "苗乡长让您的账号退出了登录" in page


def test_a_session_or_device_of_somebody_else_is_not_reached_through_an_account_one_staffs(county, worker, enter):
    far = county.account("grid_worker", county.other_village, "乌云")
    by_slip(far, county)
    with override_settings(SECOND_FACTOR=False):
        town = enter(county.account("township_cadre", county.town))
        for there in (f"sessions/{far.sessions.get().pk}", f"devices/{far.devices.get().pk}"):
            assert town.post(f"/accounts/{worker.pk}/{there}/end").status_code == 404
    assert far.sessions.exists() and far.devices.exists()


def test_a_closed_account_loses_its_devices(county, worker):
    by_slip(worker, county)
    actions.deactivate(account=worker, by=county.console, at=now())
    actions.reactivate(account=worker, by=county.console, at=now())
    assert not worker.devices.exists()


def test_a_role_that_demands_more_is_withheld_until_more_is_proved(county, worker):
    client = by_slip(worker, county)
    actions.assign(account=worker, role="village_cadre", unit=county.village, from_on=county.on, by=county.console, at=now())
    assert client.get("/").status_code == 200  # the grid worker's rights are proved
    assert client.get("/accounts/")["Location"] == "/strengthen"  # the cadre's are not
    assert client.post("/accounts/add", {"name": "某某"})["Location"] == "/strengthen"
