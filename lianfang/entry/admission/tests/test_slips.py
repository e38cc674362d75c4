"""One-time slips: printed by the unit, opened once by their holder, throttled, kept only as digests."""
from datetime import timedelta

import pytest
import time_machine
from django.test import Client, RequestFactory
from django.urls import reverse

from lianfang.ground.accounts import actions, printing, slip_codes
from lianfang.ground.accounts.models import Slip
from lianfang.ground.days import now
from lianfang.ground.journal.models import Line
from tests.at_once import only_on_postgresql, the_second

CHOSEN = {"password": "willow-bridge-7", "again": "willow-bridge-7"}


@pytest.fixture
def worker(county):
    """Somebody new without a password."""
    return county.account("grid_worker", county.grid, "何新来", "13800000007")


@pytest.fixture
def code(county, worker):
    """The code on the worker's slip."""
    return actions.renew_slips(accounts=[worker], by=county.console, at=now())[0][2]


def opened(code, client=None, **posted):
    client = client or Client()
    url = reverse("accounts:slip", args=[code])
    return client.post(url, posted) if posted else client.get(url)


def test_it_lets_its_holder_choose_a_password_and_signs_in(worker, code):
    client = Client()
    assert "何新来" in opened(code, client).content.decode()
    assert opened(code, client, **CHOSEN)["Location"] == "/"
    assert client.get("/sessions").status_code == 200
    worker.refresh_from_db()
    assert worker.check_password(CHOSEN["password"])
    assert list(Line.objects.filter(verb="accounts.use_slip").values_list("by", flat=True)) == [worker.pk]


def test_it_opens_once(worker, code):
    opened(code, **CHOSEN)
    assert (opened(code).status_code, opened(code, password="other-word-99", again="other-word-99").status_code) == (410, 410)
    worker.refresh_from_db()
    assert worker.check_password(CHOSEN["password"])


def test_of_two_who_press_at_once_one_is_let_in(worker, code):
    from lianfang.ground.accounts.queries import usable_slip

    first, second, request = usable_slip(code, now()), usable_slip(code, now()), RequestFactory().get("/")
    assert actions.use_slip(request=request, slip=first, password="willow-bridge-7", at=now())
    assert actions.use_slip(request=request, slip=second, password="other-word-99", at=now()) is None
    worker.refresh_from_db()
    assert worker.check_password("willow-bridge-7")


@pytest.mark.django_db(transaction=True)
def test_who_waits_for_another_s_use_of_it_is_not_let_in(worker, code):
    from lianfang.ground.accounts.queries import usable_slip

    only_on_postgresql()
    first, second, request = usable_slip(code, now()), usable_slip(code, now()), RequestFactory().get("/")
    late = the_second(lambda: actions.use_slip(request=request, slip=first, password="willow-bridge-7", at=now()),
                      lambda: actions.use_slip(request=request, slip=second, password="other-word-99", at=now()))
    worker.refresh_from_db()
    assert late is None and worker.check_password("willow-bridge-7") and worker.devices.count() == 1


def test_looking_does_not_use_it_up(code):
    assert [opened(code).status_code for _n in range(3)] == [200] * 3


@pytest.mark.parametrize(("password", "again"), [("short", "short"), ("willow-bridge-7", "willow-bridge-8"), ("password123", "password123"),
                                                 ("123456789012", "123456789012"), ("", "")])
def test_a_bad_password_is_told_and_the_slip_stays(worker, code, password, again):
    assert opened(code, password=password, again=again).status_code == 422
    worker.refresh_from_db()
    assert not worker.has_usable_password()
    assert opened(code).status_code == 200


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", ""), lambda code: f" {code} ",
                                    lambda code: code.replace("0", "O").replace("1", "I")])
def test_it_is_read_however_it_was_typed(code, change):
    assert opened(change(code)).status_code == 200
    typed = Client().post("/slip", {"code": change(code)})
    assert Client().get(typed["Location"]).status_code == 200


def test_it_ends_after_its_days_and_with_the_next_one(county, worker, code):
    with time_machine.travel(now() + timedelta(days=7, seconds=1)):
        assert opened(code).status_code == 410
    actions.renew_slips(accounts=[worker], by=county.console, at=now())
    assert opened(code).status_code == 410


def test_it_ends_with_the_account(county, worker, code):
    actions.deactivate(account=worker, by=county.console, at=now())
    assert opened(code).status_code == 410


def test_its_use_ends_the_sessions_of_before(worker, code, enter):
    earlier = enter(worker)
    opened(code, **CHOSEN)
    assert earlier.get("/sessions").status_code == 302


def test_only_a_digest_is_kept(code):
    row = Slip.objects.values().get()
    assert row["digest"] == slip_codes.slip_digest(code)
    assert code.replace("-", "") not in str(row).replace("-", "") and code not in str(list(Line.objects.values()))


def test_codes_that_never_were_shut_the_door_and_used_ones_do_not(code):
    client = Client()
    opened(code, client, **CHOSEN)
    assert [opened(code, client).status_code for _n in range(12)] == [410] * 12
    client = Client()
    assert [opened(f"AAAA-BBBB-{n:04d}", client).status_code for n in range(8)] == [404] * 7 + [429]
    assert opened(code, client).status_code == 429
    assert opened(code, Client(REMOTE_ADDR="10.0.0.9")).status_code == 410


def test_a_cadre_prints_for_those_who_never_signed_in_of_his_unit_and_below(county, cadre, enter, worker):
    county.account("grid_worker", county.other_village, "金在外")
    county.account("township_cadre", county.town, "上一级")
    client = enter(cadre)
    assert "有 1 人还没登录过" in client.get("/accounts/slips").content.decode()
    paper = client.post("/accounts/slips")
    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")
    assert list(Slip.objects.values_list("account__name", flat=True)) == ["何新来"]


def test_what_the_paper_says(county, worker):
    issued = actions.renew_slips(accounts=[worker], by=county.console, at=now())
    sheet = printing.sheet(issued, "https://qinghe.example", at=now())
    [slip] = sheet.slips
    assert (slip.name, slip.login, slip.unit, slip.role) == ("何新来", "hxl01", "禾阳街道禾阳社区居委会", "第1网格 网格员")
    assert sheet.county == "青禾县联防"
    assert (sheet.site, slip.link) == ("https://qinghe.example/slip", f"https://qinghe.example/slip/{slip.code}")


def test_a_unit_outside_is_not_printed(county, cadre, enter, worker):
    answer = enter(cadre).post("/accounts/slips", {"unit": county.other_village.path})
    assert answer.status_code == 422
    assert not Slip.objects.exists()
