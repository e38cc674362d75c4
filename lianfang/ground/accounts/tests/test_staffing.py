"""Nobody gives away, takes over or shuts out more than he holds."""
import pytest
from django.core.exceptions import PermissionDenied

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.staffing import staffing_of


def assign(county, by, account, role, unit):
    return actions.assign(account=account, role=role, unit=unit, from_on=county.on, by=by, at=county.at)


@pytest.mark.parametrize(
    ("holder", "place", "role", "at", "may"),
    [
        ("village_cadre", "village", "grid_worker", "grid", True),
        ("village_cadre", "village", "village_cadre", "village", True),
        ("village_cadre", "village", "township_cadre", "village", False),  # export
        ("village_cadre", "village", "grid_worker", "other_village", False),
        ("village_cadre", "village", "village_cadre", "town", False),
        ("township_cadre", "town", "village_cadre", "village", True),
        ("township_cadre", "town", "county_leader", "town", False),  # sign
        ("grid_worker", "grid", "grid_worker", "grid", False),  # no staff right at all
        ("administrator", "county", "township_cadre", "town", False),  # keeps the machine, sees nobody: cannot let himself see
        ("administrator", "county", "laboratory", "county", False),  # assays
        ("duty_officer", "county", "laboratory", "county", True),
        ("administrator", "county", "checkpoint_post", "town", False),  # sees who comes through
        ("township_cadre", "town", "checkpoint_post", "town", True),
        ("duty_officer", "county", "administrator", "county", True),
        ("supervisor", "county", "supervisor", "county", False),
    ],
)
def test_who_may_give_what(county, holder, place, role, at, may):
    by = county.account(holder, getattr(county, place))
    assert staffing_of(by, county.on).may_give(role, getattr(county, at)) is may
    account = county.account("checkpoint_post", getattr(county, at), "何新来")
    if may:
        assign(county, by, account, role, getattr(county, at))
        assert Assignment.objects.filter(account=account, role=role).exists()
    else:
        with pytest.raises(PermissionDenied):
            assign(county, by, account, role, getattr(county, at))
        assert account.assignments.count() == 1


def test_rights_held_elsewhere_do_not_count_here(county):
    by = county.account("village_cadre", county.village)
    assign(county, county.console, by, "township_cadre", county.other_town)
    assert not staffing_of(by, county.on).may_give("township_cadre", county.village)


def test_nobody_raises_himself(county):
    by = county.account("village_cadre", county.village)
    for role, unit in (("township_cadre", county.town), ("duty_officer", county.county), ("township_cadre", county.village)):
        with pytest.raises(PermissionDenied):
            assign(county, by, by, role, unit)


def test_a_role_is_never_put_on_a_unit_too_wide_for_it(county):
    with pytest.raises(ValueError, match="更小的单位"):
        assign(county, county.console, county.account("village_cadre", county.village), "grid_worker", county.town)


@pytest.mark.parametrize("act", [actions.deactivate, actions.reactivate, actions.end_sessions])
def test_nobody_reaches_above_or_beside_himself(county, act):
    by = county.account("village_cadre", county.village)
    above, beside = county.account("township_cadre", county.town), county.account("village_cadre", county.other_village)
    both = county.account("grid_worker", county.grid)
    assign(county, county.console, both, "grid_worker", county.other_village)
    for account in (above, beside, both, county.console):
        with pytest.raises(PermissionDenied):
            act(account=account, by=by, at=county.at)


def test_an_administrator_may_shut_out_but_not_take_over_whoever_sees_more(county):
    by, officer = county.account("administrator", county.county), county.account("duty_officer", county.county)
    with pytest.raises(PermissionDenied):
        actions.renew_slips(accounts=[officer], by=by, at=county.at)
    actions.deactivate(account=officer, by=by, at=county.at)
    officer.refresh_from_db()
    assert not officer.is_active


def test_a_slip_for_somebody_with_more_rights_or_of_another_unit_is_refused(county):
    by = county.account("village_cadre", county.village)
    for account in (county.account("township_cadre", county.village), county.account("grid_worker", county.other_village),
                    county.account("township_cadre", county.town)):
        with pytest.raises(PermissionDenied):
            actions.renew_slips(accounts=[account], by=by, at=county.at)
    assert actions.renew_slips(accounts=[county.account("grid_worker", county.grid)], by=by, at=county.at)


@pytest.mark.parametrize("act", [actions.deactivate, actions.end_sessions])
def test_an_equal_with_more_rights_is_not_shut_out(county, act):
    by, equal = county.account("village_cadre", county.village), county.account("township_cadre", county.village, "乡里来的")
    with pytest.raises(PermissionDenied):
        act(account=equal, by=by, at=county.at)
    with pytest.raises(PermissionDenied):
        actions.end_assignment(assignment=equal.assignments.get(), by=by, at=county.at)
    act(account=equal, by=county.account("township_cadre", county.town), at=county.at)


def test_nobody_shuts_himself_out(county):
    by = county.account("village_cadre", county.village)
    with pytest.raises(PermissionDenied):
        actions.deactivate(account=by, by=by, at=county.at)


def test_an_assignment_that_ended_gives_nothing(county):
    by = county.account("village_cadre", county.village)
    actions.end_assignment(assignment=by.assignments.get(), by=county.console, at=county.at)
    assert not staffing_of(by, county.on).may_give("grid_worker", county.grid)
