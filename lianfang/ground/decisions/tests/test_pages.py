"""The pages of the tables, as a duty officer, a leader and a village cadre see them."""
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lianfang.ground import sheets
from lianfang.ground.days import today
from lianfang.ground.ids import uuid7

from ..actions import Case, rule_many
from ..models import TableVersion
from .conftest import OWN, OWN_TOLD, ROWS
from .test_draft_version import MARCH, draft

ON = date(2020, 3, 10)


@pytest.fixture
def as_wang(client, place, small):
    client.force_login(place.wang)
    return client


def text(answer):
    assert answer.status_code == 200, answer
    return answer.content.decode()


def test_the_list_and_the_table_in_words(as_wang):
    assert "small.csv字" in text(as_wang.get("/tables/"))
    page = text(as_wang.get("/tables/small/?on=2020-03-10"))
    assert "≥ 37.3" in page and "一律" in page and "待核" in page and 'id="2020-01-01-4"' in page
    assert "一律人工复核" in text(as_wang.get("/tables/small/?on=2019-12-31"))
    assert as_wang.get("/tables/nothing/").status_code == 404


def test_examples_show_whether_they_are_right(as_wang, small):
    assert "✗" not in text(as_wang.get("/tables/small/examples/"))
    from .. import register

    small.with_suffix(".examples.csv").write_text(small.with_suffix(".examples.csv").read_text().replace("home,14", "home,7"))
    register(small)
    assert "✗" in text(as_wang.get("/tables/small/examples/"))


def test_trying_facts_gives_a_ruling_and_says_what_is_missing(as_wang):
    told = text(as_wang.get("/tables/small/try/", {"on": "2020-03-10", "temperature": "36.5", "code": "red", "came_on": "unknown"}))
    assert "home字" in told and "第 4 行" in told
    told = text(as_wang.get("/tables/small/try/", {"on": "2020-03-10", "temperature": "warm", "code": "red"}))
    assert "“temperature字”写法不对" in told and "没有给“came_on字”" in told
    assert "answer" not in text(as_wang.get("/tables/small/try/", {"on": "soon"}))


def test_files_are_the_table_itself(as_wang):
    assert as_wang.get("/tables/small/table.csv").content.decode("utf-8-sig") == ROWS
    pages = sheets.read(BytesIO(as_wang.get("/tables/small/table.xlsx").content), name="small.xlsx")
    assert pages[0].rows[2][0] == ">=37.3" and len(pages) == 2
    assert as_wang.get("/tables/small/secrets.csv").status_code == 404


def test_a_version_is_handed_in_approved_by_another_and_counts(as_wang, place):
    files = {"text": SimpleUploadedFile("own.csv", OWN.encode("gb18030")), "examples": SimpleUploadedFile("told.csv", OWN_TOLD.encode())}
    answer = as_wang.post("/tables/small/draft/", {"area": place.county.pk, "from_on": "2020-03-01", **files})
    assert answer.status_code == 302, answer.content.decode()
    page = text(as_wang.get(answer.url))
    assert "青隔〔2020〕1号" in page and 'action="/tables/small/versions/1/approve/"' not in page
    as_wang.post("/tables/small/versions/1/approve/")
    assert TableVersion.objects.get().approved_at is None, "not by the one who drafted it"
    as_wang.force_login(place.li)
    assert 'action="/tables/small/versions/1/approve/"' in text(as_wang.get(answer.url))
    as_wang.post("/tables/small/versions/1/approve/")
    assert TableVersion.objects.get().approved_by == place.li
    assert "own-1" in text(as_wang.get("/tables/small/"))
    assert as_wang.get("/tables/small/table.csv?version=1").content.decode("utf-8-sig") == OWN


def test_a_wrong_sheet_is_explained_and_not_kept(as_wang, place):
    files = {"text": SimpleUploadedFile("own.csv", OWN.replace("home,21", "home,many").encode()),
             "examples": SimpleUploadedFile("told.csv", OWN_TOLD.encode())}
    page = text(as_wang.post("/tables/small/draft/", {"area": place.county.pk, "from_on": "2020-03-01", **files}))
    assert "第3行" in page and "many" in page and not TableVersion.objects.exists()
    page = text(as_wang.post("/tables/small/draft/", {"area": place.county.pk, "from_on": "2020-03-01",
                                                      **files, "text": SimpleUploadedFile("x.xlsx", b"PK\x03\x04broken")}))
    assert "errorlist" in page or "error-summary" in page


def test_who_may_not(client, place, small):
    cadre = place._account("cadre", "village_cadre", place.town)
    version = draft(place)
    client.force_login(cadre)
    assert client.get("/tables/small/draft/").status_code == 403
    assert client.post(f"/tables/small/versions/{version.number}/approve/").status_code == 403
    client.logout()
    assert client.get("/tables/").status_code == 302


def test_a_verdict_answers_why_me_within_ones_own_units(client, place, small):
    facts = {"temperature": 36.0, "code": "red"}
    cases = [Case(uuid7(), place.town, facts), Case(uuid7(), place.town, {**facts, "came_on": MARCH})]
    (_, kept), (_, plain) = rule_many(table="small", cases=cases, on=ON, at=place.at)
    client.force_login(place._account("cadre", "township_cadre", place.town))
    assert "came_on字" in text(client.get(f"/tables/verdicts/{kept.pk}/"))
    assert "一律" in text(client.get(f"/tables/verdicts/{plain.pk}/"))
    client.force_login(place._account("other", "township_cadre", place.other))
    assert client.get(f"/tables/verdicts/{kept.pk}/").status_code == 404


def test_the_countys_version_is_what_the_county_sees(as_wang, place):
    from ..actions import approve_version

    version = draft(place, from_on=today() - timedelta(days=1), examples=OWN_TOLD.replace("2020-03-10", today().isoformat()))
    approve_version(version=version, by=place.li, at=place.at)
    assert "own-1" in text(as_wang.get("/tables/small/")) and "第 3 行" in text(
        as_wang.get("/tables/small/try/", {"on": today().isoformat(), "temperature": "36.5", "code": "red", "came_on": "unknown"}))
