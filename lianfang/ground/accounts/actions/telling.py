"""How the journal tells of accounts: by their number, never by name, login or phone."""
from ...journal import line


def told(verb, account_id, *, by, at, unit=None, because=None, **more):
    """A line about an account; `unit` is a unit's id."""
    content = {"account": account_id, **more}
    return line(f"accounts.{verb}", kind="account", record=None, by=by.id, at=at, unit=unit, because=because, data=content)
