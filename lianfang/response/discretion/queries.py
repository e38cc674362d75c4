"""What others may ask of glimpses and protected addresses."""
from lianfang.ground.journal.models import Line

from .models import Glimpse, Protection


def glimpses():
    """Windows from outside, newest first, as far as one sees whose people they were."""
    return Glimpse.objects.select_related("person", "unit", "by", "by_unit").order_by("-opened_at")


def own_glimpse(pk, account) -> Glimpse | None:
    """A window somebody opened himself, wherever its person lives; None of anybody else's."""
    return Glimpse._base_manager.select_related("person__unit", "unit").filter(pk=pk, by=account).first()


def seen_within(glimpse) -> list[Line]:
    """What was opened within a window, oldest first."""
    return list(Line.objects.filter(because=glimpse.because, subject=glimpse.person_id, verb="people.open").order_by("at"))


def protections():
    """Protected addresses, the newest first; those that are over as well."""
    return Protection.objects.select_related("person", "unit", "minder", "asked_by", "agreed_by").order_by("-asked_at")


def protection_of(pk, account) -> Protection | None:
    """One that somebody sees, or was named in, wherever the unit others may know lies."""
    named = Protection._base_manager.filter(pk=pk, known_to=account).select_related("person", "unit", "minder", "asked_by", "agreed_by")
    return protections().filter(pk=pk).first() or named.first()


def is_hidden_from(person_id, account) -> bool:
    """Whether where a person lives is protected, and the account was not named."""
    open_now = Protection._base_manager.filter(person=person_id, ended_at=None)
    return open_now.exists() and not open_now.filter(known_to=account).exists()


def is_known_to(protection, account) -> bool:
    """Whether somebody was named."""
    return protection.known_to.filter(pk=account.pk).exists()
