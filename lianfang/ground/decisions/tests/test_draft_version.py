"""A county drafts its own version."""
from datetime import date

import pytest

from lianfang.ground.journal.models import Line
from tests.at_once import only_on_postgresql, the_second

from .. import current, decide
from ..actions import Refused, draft_version
from ..models import TableVersion
from .conftest import OWN, OWN_TOLD
from .tables import HEAD

MARCH = date(2020, 3, 1)
FACTS = {"temperature": 36.5, "code": "red", "came_on": "unknown"}


def draft(place, **changes):
    wanted = {"table": "small", "area": place.county, "from_on": MARCH, "text": OWN, "examples": OWN_TOLD, "by": place.wang, "at": place.at}
    return draft_version(**{**wanted, **changes})


def test_it_is_numbered_and_told_and_not_yet_in_force(place, small):
    first, second = draft(place), draft(place, area=place.town)
    assert (first.mark, second.mark) == ("own-1", "own-2")
    line = Line.objects.get(record=first.pk)
    assert (line.verb, line.by, line.data["table"]) == ("decisions.draft_version", place.wang.pk, "small")
    assert decide("small", FACTS, unit=place.county.path, on=MARCH).version == "2020-01-01"


@pytest.mark.django_db(transaction=True)
def test_two_drafted_at_once_get_two_numbers(place, small):
    only_on_postgresql()
    assert the_second(lambda: draft(place), lambda: draft(place, area=place.town)).mark == "own-2"


@pytest.mark.parametrize("changes, says", [
    ({"table": "nothing"}, "nothing"), ({"until_on": MARCH}, "止日"),
    ({"text": OWN.replace("home,21", "home,x")}, "第3行"), ({"text": OWN.replace(",红码", ",")}, "条款"),
    ({"text": OWN.replace("青隔〔2020〕1号", "=HYPERLINK(1)")}, "HYPERLINK"),
    ({"text": OWN.replace("days", "nights")}, "列"), ({"text": HEAD}, "没有规则"),
    ({"text": OWN.replace(",21,-,-", ",21,-,2020-02-01")}, "超出"), ({"text": OWN.replace(",21,-", ",21,123456")}, "123456"),
    ({"examples": OWN_TOLD.replace(",21", ",14")}, "不符"), ({"examples": "says,on,code\n"}, "没有示例"),
])
def test_what_is_wrong_is_said_and_nothing_kept(place, small, changes, says):
    with pytest.raises(Refused, match=says):
        draft(place, **changes)
    assert not TableVersion.objects.exists()


def test_a_row_for_one_town_inside_the_countys_version(place, small):
    text = OWN + "-,red,-,-,home,28,990001,-,-,青隔〔2020〕1号,禾阳红码,\n"
    told = OWN_TOLD.replace("says,on,", "says,on,unit,").replace("红码,2020-03-10,", "红码,2020-03-10,,")
    told += "禾阳红码,2020-03-10,990001,36,red,unknown,home,28\n"
    version = draft(place, text=text, examples=told)
    assert [row.area for row in current.read(version).rows] == [str(place.county.pk), str(place.town.pk)]
