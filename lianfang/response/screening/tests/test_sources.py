"""Where a roster may come from: a closed dated list; its source is written down, and gives a decision only what it may."""
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lianfang.ground import decisions
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.response.screening import actions, queries
from lianfang.response.screening.models import Arrival, Import
from lianfang.response.screening.queries.sources import GIVES, TABLE

from .conftest import ON, book, row


def test_the_source_is_kept_and_told_with_its_row(bring):
    roster = bring(book(row(1)))
    told = Line.objects.get(verb="screening.receive", record=roster.pk)
    assert (roster.source, told.data["source"]) == ("community", "community") and told.data["row"]


@pytest.mark.parametrize(("source", "kind", "on", "says"), [
    ("bank_depositors", "returnees", ON, "不是名册来源表里的来源"), ("", "returnees", ON, "请写明名册来源"),
    ("civil_register", "returnees", ON, "没有依据"), ("health_code", "returnees", date(2022, 12, 7), "失效"),
    ("health_code", "returnees", date(2020, 1, 25), "没有依据"), ("community", "residents", ON, "没有依据"),
])
def test_an_unknown_or_lapsed_source_is_refused_before_anything_is_written(cast, source, kind, on, says):
    given = {"content": book(row(1)), "name": "储户.xlsx", "kind": kind, "unit": cast.units["青禾县"], "on": on, "source": source,
             "by": cast.officer, "at": now()}
    for act in (actions.receive, actions.bring_in, actions.rehearse):
        with pytest.raises(Refused, match=says):
            act(**given)
    assert not Import.objects.exists() and not Line.objects.filter(verb__startswith="screening.").exists()


def test_the_same_file_is_not_taken_up_again_as_another_sources(bring, cast):
    given = {"content": book(row(1)), "name": "名册.xlsx", "kind": "returnees", "unit": cast.units["青禾县"], "on": ON, "by": cast.officer,
             "at": now()}
    with everything():
        first = actions.receive(source="community", **given)
        assert actions.receive(source="community", **given).pk == first.pk
        with pytest.raises(Refused, match="来源写的是另一种"):
            actions.receive(source="transport", **given)
        assert Import.objects.get().source == "community"


def test_on_the_page_only_the_list_stands_to_be_chosen(client, cast):
    client.force_login(cast.officer)
    page = client.get("/rosters/receive/").content.decode()
    assert "社区（村）排查登记" in page and "银行、信访、物业" in page
    given = {"file": SimpleUploadedFile("名册.xlsx", book(row(1))), "kind": "returnees", "unit": cast.units["青禾县"].pk,
             "on": "2022-12-08", "source": "health_code"}
    answer = client.post("/rosters/receive/", given)
    assert answer.status_code == 422 and "已经失效" in answer.content.decode()
    assert client.post("/rosters/receive/", {**given, "source": "bank"}).status_code == 422


def test_the_measure_table_reads_only_what_the_source_may_give(bring):
    """A carrier's list says where from and when: what else stands in it is not read, so nobody is bound by it."""
    rows = book(row(1, origin="四川成都"))
    bring(rows, source="transport")
    facts = Verdict._base_manager.get(table="measure").facts
    assert (facts["origin"], facts["code"], facts["symptoms"], facts["exposure_on"]) == ("other_province", "unknown", "unknown", "unknown")
    assert facts["arrival_on"] != "unknown"


def test_a_register_gives_nothing(bring):
    bring(book(row(1), row(2)), kind="residents", basis="县公安局协查函")
    assert not Verdict._base_manager.exists()


def test_every_source_gives_facts_the_arrivals_know():
    assert decisions.shipped(TABLE).table.results["gives"].listed == GIVES


def test_how_somebody_came_on_record_is_answered_with_the_clause(bring):
    roster = bring(book(row(1)))
    with everything():
        [told] = queries.sources_of(Arrival.objects.get(roster=roster).person_id)
    assert (told["word"], told["on"], told["unit"]) == ("社区（村）排查登记", ON, "青禾县")
    assert "突发公共卫生事件应急条例" in told["document"]
