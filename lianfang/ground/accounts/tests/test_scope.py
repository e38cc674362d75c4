"""A question in plain words is held to the scope like any other: unsaid, it is not answered."""
import pytest
from django_scopes import state
from django_scopes.exceptions import ScopeError

from lianfang.ground.accounts.scope import everything, in_scope, sees, through
from lianfang.ground.units.fields import TOP, Reach


@pytest.mark.parametrize(("reach", "sql", "values"), [
    (Reach("/1/5/"), "((u.path >= %s AND u.path < %s))", ["/1/5/", "/1/50"]),
    (Reach("/1/5/", "/2/"), "((u.path >= %s AND u.path < %s) OR (u.path >= %s AND u.path < %s))", ["/1/5/", "/1/50", "/2/", "/20"]),
    (Reach(TOP), "1=1", []), (Reach(), "1=0", []),
])
def test_a_reach_is_a_range_of_paths(reach, sql, values):
    with through(reach):
        assert in_scope("u.path") == (sql, values)


def test_the_system_sees_all():
    with everything():
        assert in_scope("u.path") == ("1=1", [])


def test_unsaid_it_is_refused():
    token = state.state.set({})
    try:
        with pytest.raises(ScopeError):
            in_scope("u.path")
        with pytest.raises(ScopeError):
            sees("/1/")
    finally:
        state.state.reset(token)
