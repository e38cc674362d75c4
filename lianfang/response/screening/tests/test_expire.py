"""Files nobody has come back for go by themselves, on the day the table says, and the journal tells it."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.clock import JOBS
from lianfang.ground.days import day_of, now
from lianfang.ground.decisions import actions as decisions
from lianfang.ground.journal.models import Line
from lianfang.response.screening import queries, storage
from lianfang.response.screening.actions import expire
from lianfang.response.screening.models import Import, RowFault

from .conftest import book, row

BAD = ["", "", "13900002222", "", "", "", "", "", ""]


@pytest.fixture(autouse=True)
def _all(db):
    with everything():
        yield


def gone():
    return [(told.record, told.data["file"], told.by) for told in Line.objects.filter(verb="screening.expire").order_by("id")]


def test_a_draft_nobody_imports_goes_after_three_days(hand_in):
    draft, waiting = hand_in(book(row(1)), is_draft=True), hand_in(book(row(2)))
    expire(at=now() + timedelta(days=2, hours=23))
    assert Import.objects.count() == 2 and gone() == []
    expire(at=now() + timedelta(days=3))
    assert Import.objects.get() == waiting and gone() == [(draft.pk, "roster", named(SYSTEM).pk)]
    assert storage.ROSTER.content(draft.pk) is None and storage.ROSTER.content(waiting.pk)


def test_a_correction_sheet_goes_after_fourteen_and_the_rest_stays(bring, client, cast):
    roster = bring(book(row(1), BAD))
    client.force_login(cast.officer)
    url = f"/rosters/{roster.pk}/"
    assert "下载更正表" in client.get(url).content.decode()
    expire(at=now() + timedelta(days=13))
    assert queries.correction(roster) and gone() == []
    expire(at=now() + timedelta(days=14))
    expire(at=now() + timedelta(days=15))
    assert queries.correction(roster) is None and gone() == [(roster.pk, "correction", named(SYSTEM).pk)]
    assert RowFault.objects.filter(roster=roster).exists()
    assert "下载更正表" not in client.get(url).content.decode()
    assert client.get(f"{url}correction.xlsx").status_code == 404


def test_a_county_keeps_them_as_long_as_its_own_version_says(hand_in, cast):
    draft = hand_in(book(row(1)), is_draft=True)
    head = "file,days,area,from,until,document,clause,verify\none of draft|correction|sender,result whole,unit,day,day,text,text,columns\n"
    version = decisions.draft_version(table="keeping", area=cast.units["青禾县"], by=cast.officer, at=now(),
                                      text=head + "draft,30,-,-,-,县指挥部会议纪要,第三条,\n",
                                      examples=f"says,on,file,days\n留三十天,{day_of(now())},draft,30\n")
    decisions.submit_version(version=version, by=cast.officer, at=now())
    decisions.approve_version(version=version, by=cast.epi, at=now())
    expire(at=now() + timedelta(days=29))
    assert Import.objects.filter(pk=draft.pk).exists()
    expire(at=now() + timedelta(days=30))
    assert not Import.objects.exists()


def test_the_clock_does_it_every_night():
    assert JOBS["screening.expire"].action is expire
