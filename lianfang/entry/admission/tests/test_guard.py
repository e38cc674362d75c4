"""A guard opens a page only where its right is held: who reads the whole county and leads a village does not lead the county."""
import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.middleware import ScopeMiddleware
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.units.fields import TOP, Reach
from lianfang.registers.people.models import Person


def through(account, right):
    """What a view behind this guard sees: its reach, and the names of the persons."""
    seen = {}

    @may(right)
    def view(request):
        seen.update(reach=request.reach, names=set(Person.objects.values_list("name", flat=True)))
        return HttpResponse()

    request = RequestFactory().get("/")
    request.user = account
    ScopeMiddleware(view)(request)
    return seen["reach"], seen["names"]


@pytest.fixture
def people(county):
    """One person in each village."""
    with everything():
        for name, unit in (("近", county.village), ("远", county.other_village)):
            Person.objects.create(name=name, unit=unit, made_at=now())


def test_each_right_reaches_as_far_as_it_is_held(county, people):
    account = county.account("supervisor", county.county)
    actions.assign(account=account, role="village_cadre", unit=county.village, from_on=county.on, by=county.console, at=county.at)
    assert through(account, "look") == (Reach(TOP), {"近", "远"})
    assert through(account, "manage") == (Reach(county.village.path), {"近"})
    assert through(account, "export") == (Reach(TOP), {"近", "远"})


def test_a_list_is_exported_only_where_all_of_it_may_be(county, people):
    account = county.account("grid_worker", county.other_village)
    actions.assign(account=account, role="township_cadre", unit=county.town, from_on=county.on, by=county.console, at=county.at)
    granted = {}

    def view(request):
        granted[request.reach] = "export" in request.rights
        return HttpResponse()

    for right in ("look", "manage"):
        request = RequestFactory().get("/")
        request.user = account
        ScopeMiddleware(may(right)(view))(request)
    assert granted == {Reach(county.town.path, county.other_village.path): False, Reach(county.town.path): True}


def test_who_may_not_look_sees_no_record_but_has_his_reach(county, people):
    account = county.account("administrator", county.county)
    assert through(account, "configure") == (Reach(TOP), set())
    assert through(account, "work") == (Reach(TOP), set())
    with pytest.raises(PermissionDenied):
        through(account, "look")


def test_a_role_that_has_not_begun_or_is_over_opens_nothing(county, people):
    account = county.account("village_cadre", county.village)
    account.assignments.update(from_on=county.on.replace(year=2100))
    with pytest.raises(PermissionDenied):
        through(account, "look")
    account.assignments.update(from_on=county.on.replace(year=2020), until_on=county.on)
    with pytest.raises(PermissionDenied):
        through(account, "look")


def test_a_stranger_is_sent_to_the_form_and_back(db):
    request = RequestFactory().get("/accounts/", {"role": "x"})
    request.user = AnonymousUser()
    answer = ScopeMiddleware(may("look")(lambda request: HttpResponse()))(request)
    assert (answer.status_code, answer["Location"], answer["Cache-Control"]) == (302, "/sign-in?next=/accounts/%3Frole%3Dx", "no-store")
