"""C1, C2 and C3 by hand: a baseline of 2 4 2 4 2 4 3 has the mean 3 and the deviation 1."""
import pytest
from django.urls import reverse

from lianfang.overview.chains.warning import Rule, warnings

RULE = Rule(baseline=7, gap=2, c1=3, c2=3, c3=2, least=0.5)
COUNTS = [2, 4, 2, 4, 2, 4, 3, 3, 3, 7, 5, 3]


def test_each_day_is_held_against_the_days_before_it():
    told = warnings(COUNTS, RULE)
    assert [one.c1 for one in told[:7]] == [None] * 7 and told[7].c1 == 0
    assert told[9].c1 == pytest.approx(4 / (4 / 6) ** 0.5) and told[9].expected == 3
    assert [one.c2 for one in told[:9]] == [None] * 9 and told[9].c2 == 4
    assert told[10].c2 == pytest.approx((5 - 22 / 7) / (34 / 42) ** 0.5)  # 4 2 4 2 4 3 3
    assert [one.c3 for one in told[:11]] == [None] * 11
    assert told[11].c3 == pytest.approx(4 - 1 + told[10].c2 - 1)
    assert [one.warns for one in told] == [()] * 9 + [("C1", "C2"), (), ("C3",)]


@pytest.mark.parametrize(("last", "warns"), [(0, ()), (1, ()), (2, ("C1",))])
def test_a_baseline_of_nothing_has_a_least_deviation(last, warns):
    assert warnings([0] * 7 + [last], RULE)[-1].warns == warns


def test_on_screen_each_figure_opens_its_records(cast, client):
    client.force_login(cast.epi)
    page = client.get(reverse("chains:warning"))
    assert [one["title"] for one in page.context["signals"]] == ["每天新报病例", "今日有症状"]
    assert "figure=symptoms_today" in page.content.decode() and "28 天没有预警" in page.content.decode()
    client.force_login(cast.cadre)
    assert client.get(reverse("chains:warning")).status_code == 403
