"""Throttling at the door: wrong passwords, slips and second factors; how long one waits stands in a table."""
from datetime import timedelta

from axes.handlers.base import AbstractAxesHandler, AxesBaseHandler
from django.shortcuts import render

from lianfang.ground import decisions
from lianfang.ground.accounts import actions
from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.proofs import devices, tries
from lianfang.ground.accounts.proofs.address import client_address
from lianfang.ground.days import day_of, now

TABLE = "tries"


def limits(kind, at) -> tries.Limits:
    """What the table says of one kind of try."""
    rule = decisions.decide(TABLE, {"tried": kind}, on=day_of(at)).result
    minutes = {name: timedelta(minutes=rule[f"{name}_minutes"]) for name in ("first", "longest")}
    return tries.Limits(rule["free"], **minutes, forgotten=timedelta(hours=rule["forgotten_hours"]))


def password_keys(request, typed) -> dict[str, str]:
    """Under what a wrong password counts: the name as typed, or this known device of its holder; and the address."""
    account = Account.objects.typed(typed) if devices.shown(request) else None
    device = devices.known(request, account, now()) if account else None
    own = {tries.key("device", device.pk): "device"} if device else {tries.typed_key(typed): "account"}
    return {**own, tries.key("address", client_address(request)): "address"}


def slip_keys(request) -> dict[str, str]:
    """Under what a wrong slip code counts: the address alone."""
    return {tries.key("slip", client_address(request)): "slip"}


def second_keys(account) -> dict[str, str]:
    """Under what a wrong second factor counts: the account, from wherever it is tried."""
    return {tries.key("second", account.pk): "second"}


def again_keys(account) -> dict[str, str]:
    """Under what a wrong password counts that is asked once more of somebody who is in."""
    return {tries.key("again", account.pk): "account"}


def failed(keys, at, account=None):
    """Count one more failure; until when one must wait now, if at all. Whose door it was is told, where it was somebody's."""
    tries.fail({key: limits(kind, at) for key, kind in keys.items()}, at)
    own, kind = next(iter(keys.items()))
    if account is not None and tries.shut_until([own], at):
        actions.tell_shut(account=account, tried=kind, at=at)
    return tries.shut_until(keys, at)


def shut(request, until):
    """The page that says until when to wait; the same for a name that exists and for one that does not."""
    return render(request, "admission/locked.html", {"until": until}, status=429)


def locked(request, _response, _credentials=None):
    """What axes answers with."""
    return shut(request, request.shut_until)


def take(keys, at):
    """Count a try before it is looked at: until when to wait, if at all, and what was counted."""
    return tries.take({key: limits(kind, at) for key, kind in keys.items()}, at)


def was_wrong(taken, keys, at, account):
    """It was counted already: until when one must wait now, if at all. Whose door it has shut is told, where it was somebody's."""
    shut_now = {one.key: one.wait_until for one in taken if one.wait_until > at}
    own, kind = next(iter(keys.items()))
    if own in shut_now and account is not None:
        actions.tell_shut(account=account, tried=kind, at=at)
    return max(shut_now.values(), default=None)


def was_right(request):
    """The password was right: what was counted in advance is no failure."""
    tries.give_back(request.taken)


class Handler(AbstractAxesHandler, AxesBaseHandler):
    """axes asks at every sign-in, and tells how it went; whoever must wait is not heard, and what he tries does not count. What is heard
    counts before the password is looked at, so that many at once are no more than one after another."""

    def is_allowed(self, request, credentials=None):
        """Whether this name and address may try now."""
        request.keys = password_keys(request, _typed(credentials))
        request.shut_until, request.taken = take(request.keys, now())
        return request.shut_until is None

    def user_login_failed(self, sender, credentials, request=None, **_more):
        """It was counted already."""
        if request is None:
            return
        until = was_wrong(request.taken, request.keys, now(), Account.objects.typed(_typed(credentials)))
        request.shut_until = request.shut_until or until
        request.axes_locked_out = request.shut_until is not None

    def user_logged_in(self, sender, request, user, **_more):
        """Who came in owes nothing for his name; the address goes on counting."""
        tries.forgive(tries.keys_of(user))

    def user_logged_out(self, sender, request, user, **_more):
        """Nothing to count."""

    def get_failures(self, request, credentials=None):
        """axes' own limit is not used."""
        return 0


def _typed(credentials) -> str:
    return (credentials or {}).get("username") or ""
