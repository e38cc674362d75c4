"""The pages of the tables, as a duty officer, a leader and a village cadre see them."""
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lianfang.ground import sheets
from lianfang.ground.days import now, today
from lianfang.ground.ids import uuid7

from ..actions import Case, approve_version, pass_hours, rule_many
from ..drafting import cells
from ..drafting.book import as_book
from ..models import TableVersion
from .conftest import OWN, OWN_TOLD, ROWS
from .test_draft_version import MARCH, submitted

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
    assert f'type="date" name="on" value="{today().isoformat()}"' in as_wang.get("/tables/small/try/").content.decode()


def test_files_are_the_table_itself(as_wang):
    assert as_wang.get("/tables/small/table.csv").content.decode("utf-8-sig") == ROWS
    pages = sheets.read(BytesIO(as_wang.get("/tables/small/table.xlsx").content), name="small.xlsx")
    assert pages[0].rows[2][0] == ">=37.3" and len(pages) == 2
    assert as_wang.get("/tables/small/secrets.csv").status_code == 404


def begun(client, place, **more):
    """A draft begun on the page; its address."""
    return client.post("/tables/small/draft/", {"area": place.county.pk, "begins_with": "copy", "from_at": "2020-03-01T00:00", **more}).url


def book(text, told):
    return SimpleUploadedFile("own.xlsx", as_book(text, told))


def test_a_version_is_drafted_row_by_row_handed_on_approved_by_another_and_counts(as_wang, place):
    here = begun(as_wang, place)
    version = TableVersion.objects.get()
    page = text(as_wang.get(here))
    assert "改第 3 行" in page and "提请批准" in page and "没有一个示例的结论会变" in page
    row = f"{here}rows/4/"
    assert "temperature字" in text(as_wang.get(row))
    refused = as_wang.post(row, {"measure": "home", "days": "many", "document": "青隔〔2020〕1号", "clause": "一律"})
    assert refused.status_code == 422 and "“many”读不懂。请写：一个整数" in refused.content.decode()
    assert as_wang.post(row, {"measure": "home", "days": "21", "document": "青隔〔2020〕1号", "clause": "一律"}).url == f"{here}#rows-4"
    page = text(as_wang.get(here))
    assert "示例第3行“其余”不符" in page and "规则没错就改示例" in page and "提请以后" not in page
    as_wang.post(f"{here}examples/3/", {"says": "其余", "on": "2020-03-10", "temperature": "36", "code": "green", "came_on": "unknown",
                                        "measure": "home", "days": "21"})
    page = text(as_wang.get(here))
    assert "结论会变的示例" in page and page.index(">14<") < page.index(">21<")
    as_wang.post(f"{here}submit/")
    as_wang.post(f"{here}approve/")
    version.refresh_from_db()
    assert (version.state, version.approved_at) == ("asked_health", None), "not by the one who drafted it"
    as_wang.force_login(place.li)
    assert f'action="{here}approve/"' in text(as_wang.get(here))
    as_wang.post(f"{here}approve/")
    version.refresh_from_db()
    assert version.approved_by == place.li
    assert "own-1" in text(as_wang.get("/tables/small/"))


def test_rows_are_added_copied_moved_and_taken_out(as_wang, place):
    here = begun(as_wang, place)
    version = TableVersion.objects.get()

    def clauses():
        version.refresh_from_db()
        return [line[-2] for line in cells.records(version.text)[2:]]

    assert clauses() == ["高温", "一律"]
    as_wang.post(f"{here}rows/3/", {"act": "double"})
    as_wang.post(f"{here}rows/4/", {"act": "down"})
    assert clauses() == ["高温", "一律", "高温"]
    as_wang.post(f"{here}rows/3/", {"act": "drop"})
    as_wang.post(f"{here}rows/3/", {"act": "up"})
    assert clauses() == ["一律", "高温"]
    assert as_wang.post(f"{here}rows/add/").url == f"{here}rows/5/"
    assert as_wang.get(f"{here}rows/9/").status_code == 404 and as_wang.get(f"{here}columns/3/").status_code == 404


def test_a_workbook_is_handed_in_and_what_is_wrong_in_it_is_named(as_wang, place):
    here = begun(as_wang, place)
    as_wang.post(f"{here}hand-in/", {"book": book(OWN, OWN_TOLD)})
    assert "青隔〔2020〕1号" in text(as_wang.get(here))
    as_wang.post(f"{here}hand-in/", {"book": book(OWN.replace("home,21", "home,many"), OWN_TOLD)})
    page = text(as_wang.get(here))
    assert "第3行“days字 days（F列）”里的“many”读不懂。请写：一个整数" in page and f"{here}rows/3/" in page
    for upload in (SimpleUploadedFile("x.xlsx", b"PK\x03\x04broken"), book(OWN.replace("days", "nights"), OWN_TOLD),
                   SimpleUploadedFile("x.csv", OWN.encode())):
        answer = as_wang.post(f"{here}hand-in/", {"book": upload})
        assert answer.status_code == 422 and "error-summary" in answer.content.decode()
    assert "many" in TableVersion.objects.get().text, "a file that is refused changes nothing"
    assert "many" in as_wang.get("/tables/small/table.csv?version=1").content.decode("utf-8-sig")


def test_who_may_not(client, place, small):
    cadre = place._account("cadre", "village_cadre", place.town)
    version = submitted(place)
    here = f"/tables/versions/{version.pk}/"
    client.force_login(cadre)
    assert client.get("/tables/small/draft/").status_code == 403
    for step in ("approve", "reject", "return", "keep", "withdraw", "submit", "hand-in"):
        assert client.post(f"{here}{step}/").status_code == 403
    client.force_login(place.li)
    assert client.get(f"{here}rows/3/").status_code == 404, "what is handed on is not changed any more"
    client.logout()
    assert client.get("/tables/").status_code == 302


def test_returned_on_the_page_with_a_word(as_wang, place):
    version = submitted(place, from_at=None, examples=OWN_TOLD.replace("2020-03-10", today().isoformat()), at=now())
    approve_version(version=version, by=place.li, at=now())
    pass_hours(by=place.console, at=now())
    here = f"/tables/versions/{version.pk}/"
    assert "退回旧版" in text(as_wang.get(here))
    as_wang.post(f"{here}return/", {"says": "天数写错"})
    assert "已退回旧版" in text(as_wang.get(here)) and "天数写错" in text(as_wang.get(here))


def test_returned_before_its_hour_the_page_says_that_nobody_was_touched(as_wang, place):
    soon, told = now() + timedelta(days=2), OWN_TOLD.replace("2020-03-10", (today() + timedelta(days=4)).isoformat())
    version = submitted(place, from_at=soon, examples=told, at=now())
    approve_version(version=version, by=place.li, at=now())
    page = text(as_wang.post(f"/tables/versions/{version.pk}/return/", {"says": "会上再议"}, follow=True))
    assert "没有生效过" in page and "正在重新判定" not in page


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
    version = submitted(place, from_at=None, examples=OWN_TOLD.replace("2020-03-10", today().isoformat()), at=now())
    approve_version(version=version, by=place.li, at=now())
    assert "own-1" in text(as_wang.get("/tables/small/")) and "第 3 行" in text(
        as_wang.get("/tables/small/try/", {"on": today().isoformat(), "temperature": "36.5", "code": "red", "came_on": "unknown"}))
