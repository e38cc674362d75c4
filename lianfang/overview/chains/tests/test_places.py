"""Which share of a household fell ill, where cases come together, and who was where when."""
from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import SHANGHAI
from lianfang.overview.chains.clusters import together
from lianfang.overview.chains.forest import forest
from lianfang.overview.chains.gantt import Bar, marked
from lianfang.overview.chains.rates import attack_rates, overall
from lianfang.registers.people.models import Person
from lianfang.response.cases import actions
from lianfang.response.cases.queries import spread
from lianfang.response.tracing import actions as tracers
from lianfang.response.tracing import diary

FOUR = (("A", 1, "H1", 4), ("B", 3, "H1", 4), ("C", 4, "H2", 5), ("D", 9, "H2", ""))
LIST = "编号,姓名,发病日期,户号,户人数,班级\n" + "".join(f"{name},甲{name},2020-03-0{day},{house},{size},一班\n"
                                                for name, day, house, size in FOUR)


@pytest.fixture
def page(cast, client):
    with everything():
        actions.import_linelist(content=LIST.encode(), name="l.csv", disease="covid_19", unit=cast.units["青禾县"], by=cast.epi, at=cast.at)
        for name, told in (("A", "1200-1300 吃饭 同福酒家"), ("B", "1230-1330 吃饭 同福酒家"), ("C", "1400-1500 吃饭 同福酒家")):
            [pk] = [one.person_id for one in spread("covid_19") if one.label == name]
            tracers.add_stays(person=Person.objects.get(pk=pk), told=diary.read(told, date(2020, 2, 28)), by=cast.epi, at=cast.at)
    client.force_login(cast.epi)
    
    def opened(where, /, **asked):
        return client.get(reverse(f"chains:{where}"), {"disease": "covid_19", **asked})

    return opened


def test_households_whose_size_is_known_give_a_rate_others_say_so(page):
    told = {kind: sum_ for kind, sum_, *_shares in ((one["kind"], one) for _word, one, *_rest in page("rates").context["sums"])}
    assert (told["household"]["cases"], told["household"]["people"], told["household"]["secondary"]) == (4, 9, 2 / 7)
    assert (told["klass"]["rate"], told["klass"]["unknown"]) == (None, 1)
    assert "不知道" in page("rates").content.decode()


def test_a_size_below_its_cases_gives_no_rate():
    [one] = attack_rates({("household", "H"): (["a", "b", "c"], 2)}, {})
    assert one.rate is None and overall([one], "household")["unknown"] == 1


def test_where_cases_come_together(page):
    found = {(one.kind, one.name): [case.label for case in one.seen] for one, *_rest in page("clusters").context["lines"]}
    assert found == {("klass", "一班"): list("ABCD"), ("household", "H1"): ["A", "B"], ("household", "H2"): ["C", "D"],
                     ("spot", "同福酒家"): ["A", "B", "C"]}
    assert page("listed", kind="household", name="H1").context["table"].count == 2


def test_what_went_with_the_person_is_said_where_it_is_missing(page, cast):
    says = "5 例里有 1 例办结已过个人信息保存期"
    assert "保存期" not in page("rates").content.decode()
    with everything():
        over = "编号,姓名,发病日期,班级\nE,甲E,2020-03-08,一班\n".encode()
        actions.import_linelist(content=over, name="e.csv", disease="covid_19", unit=cast.units["青禾县"], by=cast.epi, at=cast.at,
                                is_over=True)
    assert [says in page(where).content.decode() for where in ("rates", "clusters", "stays", "chain")] == [True, True, True, False]


def test_windows_that_overlap_are_one_cluster_and_days_count_at_both_ends():
    def on(*days):
        return [SimpleNamespace(id=n, on=date(2020, 3, day), label=str(day)) for n, day in enumerate(days)]

    assert [[one.on.day for one in run] for run in together(on(1, 3, 5, 20, 22), 2, 3)] == [[1, 3, 5], [20, 22]]
    assert together(on(1, 4), 2, 3) == [] and len(together(on(1, 3), 2, 3)) == 1 and together(on(1, 1, 1), 4, 3) == []


def test_who_was_there_at_the_same_time_stands_out(page):
    shown = page("stays").context
    assert [(place, rows) for _group, place, rows in shown["shared"]] == [("同福酒家", 3)]
    assert {label: bar.meets for label, bar in shown["listed"]} == {"A": True, "B": True, "C": False} and shown["without"] == 1


def test_bars_that_only_touch_do_not_meet():
    noon = datetime(2020, 3, 1, 12, tzinfo=SHANGHAI)
    bars = [Bar(0, "x", noon, noon + timedelta(hours=1), ""), Bar(1, "x", noon + timedelta(hours=1), noon + timedelta(hours=2), "")]
    assert marked(bars) == [(1, "x", 2)] and not any(bar.meets for bar in bars)


def test_a_chain_that_hangs_on_nobody_shown_begins_anew():
    one = SimpleNamespace(id=1, sources=[(99, "named"), (None, "unknown")])
    two = SimpleNamespace(id=2, sources=[(1, "possible")])
    assert [(node.generation, node.maybe, node.is_sure) for node in forest([one, two])] == [(1, 1, False), (2, 0, False)]


@pytest.mark.parametrize("asked", [{"from": "x"}, {"from": "2020-03-09", "until": "2020-03-01"}, {"disease": "none"}])
def test_what_cannot_be_read_is_said_and_nothing_breaks(page, asked):
    answer = page("curve", **asked)
    assert answer.status_code == 200 and answer.context["ask"].errors
