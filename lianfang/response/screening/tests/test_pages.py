"""A roster through the page: handed in, looked through, confirmed, watched, and what it came to."""
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lianfang.ground import sheets
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.registers.people.models import Person
from lianfang.response.screening import actions, queries
from lianfang.response.screening.models import Arrival, Doubt, Import

from .conftest import SOURCES, book, errors_by_sheet, row


@pytest.fixture
def upload(client, cast):
    """Hand a file in as the duty officer; gives the address of its roster."""
    def handed(content, name="名册.xlsx", kind="returnees", on="2020-02-08", account=None, **more):
        client.force_login(account or cast.officer)
        unit = more.pop("unit", cast.units["青禾县"])
        given = {"file": SimpleUploadedFile(name, content), "kind": kind, "source": SOURCES[kind], "unit": unit.pk, "on": on}
        return client.post("/rosters/receive/", {**given, **more})

    return handed


def confirmed(client, url, **chosen):
    """Say yes, let the clock do it, and look at what it came to."""
    client.post(f"{url}confirm/", {"confirm": "1", **chosen})
    actions.take_up(at=now())
    with everything():
        return Import.objects.get(pk=url.split("/")[2])


@pytest.mark.django_db
def test_the_reference_comes_in_with_exactly_the_answers_and_only_once(upload, client, reference):
    file, expected = reference
    for created in (216, 0):
        url = upload(file.read_bytes(), file.name).url
        page = client.get(url).content.decode()
        assert "240" in page and "216" in page and "张＊英" in page and "220722196901194047" not in page
        with everything():
            assert Person.objects.count() == (0 if created else 216)
        roster = confirmed(client, url)
        with everything():
            answer = queries.answer(roster)
        assert errors_by_sheet(answer["faults"]) == {name: sheet["faults"] for name, sheet in expected.items()}
        assert (answer["rows"], answer["accepted"], answer["created"], answer["merged"]) == (240, 216, created, 216 - created)
        shown = client.get(url + "?level=error").content.decode()
        assert "下载更正表" in shown and "证件号丢了尾数" in shown
    [first, *_] = sheets.read(b"".join(client.get(url + "correction.xlsx").streaming_content))
    assert first.name == "和平村"


@pytest.mark.django_db
def test_columns_are_corrected_and_remembered(upload, client):
    headers = ["甲", "身份证号", "丙", "住址", "来源地", "返乡日期", "体温", "健康码", "备注"]
    url = upload(book(row(1, on="2020-02-06"), headers=headers)).url
    assert "没有姓名" in client.get(url).content.decode()
    assert "没有姓名" not in client.post(f"{url}confirm/", {"again": "1", "s0-A": "name", "s0-C": "phone"}).content.decode()
    assert client.post(f"{url}confirm/", {"confirm": "1", "s0-A": "name", "s0-C": "name"}).status_code == 422
    roster = confirmed(client, url, **{"s0-A": "name", "s0-C": "phone"})
    assert (roster.created, roster.rejected) == (1, 0)
    assert "没有姓名" not in client.get(upload(book(row(2), headers=headers)).url).content.decode()


@pytest.mark.django_db
def test_what_is_no_sheet_is_said_in_one_sentence_and_goes(upload, client):
    url = upload(b"\x00\x01\x02").url
    page = client.get(url)
    assert page.status_code == 422 and "电子表格" in page.content.decode()
    client.post(f"{url}discard/")
    with everything():
        assert not Import.objects.exists()


@pytest.mark.django_db
def test_a_register_needs_its_basis(upload):
    assert upload(book(row(1)), kind="residents").status_code == 422
    assert upload(book(row(1)), kind="residents", basis="县公安局协查函").status_code == 302


@pytest.mark.django_db
def test_a_cadre_brings_in_his_own_village_only(upload, client, cast):
    assert upload(book(row(1)), account=cast.cadre).status_code == 422
    made = upload(book(row(1)), account=cast.cadre, unit=cast.units["丰禾社区"])
    client.force_login(cast.far_cadre)
    assert client.get(made.url).status_code == 404
    client.force_login(cast.supervisor)
    assert client.get("/rosters/").status_code == 403


@pytest.mark.django_db
def test_a_forged_upload_is_refused(cast):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.officer)
    given = {"file": SimpleUploadedFile("名册.xlsx", book(row(1))), "kind": "returnees", "on": "2020-02-08"}
    refused = strict.post("/rosters/receive/", given)
    assert refused.status_code == 403
    with everything():
        assert not Import.objects.exists()


@pytest.mark.django_db
def test_going_in_is_watched(upload, client):
    url = upload(book(row(1))).url
    client.post(f"{url}confirm/", {"confirm": "1"})
    assert "progress/" in client.get(url).content.decode()
    assert "HX-Refresh" not in client.get(f"{url}progress/").headers
    actions.take_up(at=now())
    assert client.get(f"{url}progress/").headers["HX-Refresh"] == "true"


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["returnees", "residents", "leads"])
def test_a_blank_roster_reads_back_without_its_sample(upload, client, cast, kind):
    client.force_login(cast.officer)
    content = b"".join(client.get(f"/rosters/blank/{kind}.xlsx").streaming_content)
    [sheet, *_] = sheets.read(io.BytesIO(content))
    assert sheet.rows[0][0] == "姓名" and sheet.rows[1][0].startswith("周明远")
    roster = confirmed(client, upload(content, kind=kind, basis="演练").url)
    assert (roster.rows, roster.state) == (0, "done")


@pytest.mark.django_db
def test_a_doubt_is_settled_on_its_page(bring, client, cast):
    bring(book(row(1, name="周明远", address="村东头第三家")), unit="梨花沟村")
    with everything():
        doubt = Doubt.objects.get()
    client.force_login(cast.far_cadre)
    listed = client.get("/rosters/doubts/").content.decode()
    assert "周＊远" in listed and "周明远" not in listed
    url, village = f"/rosters/doubts/{doubt.pk}/", cast.units["梨花沟村"].pk
    assert "村东头第三家" in client.get(url).content.decode()
    refused = client.post(url, {"unit": village, "address": "东胡同7号"})
    assert refused.status_code == 422 and "东胡同7号" in refused.content.decode()
    assert client.post(url, {"unit": village, "address": "东胡同7号", "may_add": "on"}).status_code == 302
    with everything():
        assert Person.objects.get().unit == Arrival.objects.get().unit
        assert Person.objects.get().unit.level == "door"
    assert re.search("已落到门户", client.get(url).content.decode())
    client.force_login(cast.cadre)
    assert client.get(url).status_code == 404


@pytest.mark.django_db
def test_who_came_the_same_day_is_decided_on_when_the_roster_comes_again(bring, client, cast):
    bring(book(row(1, name="周明远")))
    again = book(row(1, name="周明选", phone="13900000002"))
    bring(again)
    with everything():
        doubt = Doubt.objects.get(kind="name_doubt")
    client.force_login(cast.officer)
    page = client.post(f"/rosters/doubts/{doubt.pk}/", {"outcome": "other"}, follow=True).content.decode()
    assert "再交一次" in page
    bring(again)
    with everything():
        assert Arrival.objects.get(person__name="周明选")


@pytest.mark.django_db
def test_two_names_are_shown_as_far_as_they_differ(bring, client, cast):
    bring(book(row(1, name="周明远")))
    bring(book(row(1, name="周明选", on="2020-03-09")))
    with everything():
        doubt = Doubt.objects.get(kind="name_doubt")
    client.force_login(cast.officer)
    url = f"/rosters/doubts/{doubt.pk}/"
    page = client.get(url).content.decode()
    assert "周＊远" in page and "周＊选" in page and "周明" not in page
    assert client.post(url, {"outcome": "renamed"}).status_code == 302
    with everything():
        assert Person.objects.get().name == "周明选"
