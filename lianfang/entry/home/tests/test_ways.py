"""Where pages lead: to nothing that is refused, from every turn to whom it is about; and the bar counts what the page counts."""
import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.people.models import Person
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation import queries as orders
from lianfang.response.tracing import actions as tracing

from .test_work import NEXT, ON, order_somebody

LINK = re.compile(r'href="(/[^"#]*)"')
PLACE = "禾阳街道 丰禾社区 丰禾第四网格 向阳小区 3号楼 1单元 502"


@pytest.fixture
def under_order(cast):
    """Somebody whose order runs, at nine in the morning of the next day; with a need."""
    order_somebody(cast)
    with everything():
        [order] = orders.open_orders_of(Person.objects.get().pk)
        isolation.serve(orders=[order], by=cast.officer, at=moment(ON, "19:00"))
        isolation.ask(order=order, kind="food", wish="白菜", by=cast.officer, at=moment(ON, "20:00"))
    with time_machine.travel(moment(NEXT, "09:00"), tick=False):
        yield order


@pytest.mark.crawl
@pytest.mark.parametrize("part", ["grid", "cadre", "township", "officer", "leader", "supervisor"])
def test_no_page_leads_to_a_refusal(under_order, cast, client, part):
    client.force_login(getattr(cast, part))
    pages = [reverse("home:person", args=[under_order.person_id]), reverse("home:turns"),
             *(reverse(f"isolation:{name}") for name in ("orders", "checks", "alarms", "needs", "reviews"))]
    leads = {address.replace("&amp;", "&"): page for page in pages for address in LINK.findall(client.get(page).content.decode())}
    assert {(page, address) for address, page in leads.items() if client.get(address).status_code == 403} == set()


def test_a_step_stands_only_for_who_may_take_it(under_order, cast, client):
    release = reverse("isolation:release", args=[under_order.pk])
    for part, stands in (("grid", False), ("cadre", True)):
        client.force_login(getattr(cast, part))
        assert (release in client.get(reverse("home:person", args=[under_order.person_id])).content.decode()) == stands


def test_lists_say_where_and_whom(under_order, cast, client):
    client.force_login(cast.officer)
    for page in ("home:turns", "isolation:orders", "isolation:needs", "isolation:checks"):
        shown = client.get(reverse(page)).content.decode()
        assert PLACE in shown and "周＊明" in shown, page
        assert page == "isolation:needs" or reverse("home:person", args=[under_order.person_id]) in shown, page


def test_the_page_counts_what_the_bar_counts(under_order, cast, client):
    """Two of one door are one visit, and two checks."""
    order_somebody(cast, "周小满")
    client.force_login(cast.grid)
    shown = client.get(reverse("home:home"))
    badge = re.search(r'<b class="count">(\d+)', shown.content.decode())[1]
    found = shown.context
    assert int(badge) == found["overdue"] + found["count"]
    assert found["count"] == sum(n for *_rest, n in found["buildings"]) > sum(len(jobs) for _building, jobs, _n in found["buildings"])


def test_what_tracing_wrote_about_him_is_told_in_words(cast, client):
    with everything():
        [one] = add_people(people=[draft_person(unit_id=cast.units["502"].pk, name="周建明", at=cast.at)], by=cast.epi, at=cast.at)
        meal = SimpleNamespace(from_at=cast.at - timedelta(hours=2), until_at=cast.at - timedelta(hours=1), activity="meal",
                               place="同福酒家", row=None)
        tracing.add_stays(person=one, told=[meal], by=cast.epi, at=cast.at)
    client.force_login(cast.epi)
    page = client.get(reverse("home:person", args=[one.pk])).content.decode()
    assert "流调 · 记下行程" in page and "tracing." not in page
