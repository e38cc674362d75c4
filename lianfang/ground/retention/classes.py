"""What every model says of how it is kept, those of other people's libraries included; and who is about whom."""
from functools import cache

from django.apps import apps
from django.db import models

from ..kept import NOBODY, Kept, of_nobody

FOREIGN = {
    "axes.AccessAttempt": Kept("tries", closed="attempt_time"),
    "axes.AccessAttemptExpiration": Kept("tries", closed="expires_at"),
    "axes.AccessFailureLog": Kept("tries", closed="attempt_time"),
    "axes.AccessLog": Kept("tries", closed="attempt_time"),
    "mfa.Authenticator": Kept("account", about="user"),
    "account.EmailAddress": of_nobody("allauth's own, unused: nobody's mail is kept"),
    "account.EmailConfirmation": of_nobody("allauth's own, unused"),
    "socialaccount.SocialAccount": Kept("account", about="user"),
    "socialaccount.SocialToken": Kept("account", about="account__user"),
    "socialaccount.SocialApp": of_nobody("allauth's own, unused: the county's sign-on stands in the settings"),
    "auth.Permission": of_nobody("Django's own, unused"),
    "auth.Group": of_nobody("Django's own, unused"),
    "contenttypes.ContentType": of_nobody("Django's own"),
}


def kept_of(model) -> Kept | None:
    """How a model says it is kept; a table of pairs goes with what it pairs; None where nobody has said."""
    return FOREIGN.get(model._meta.label) or vars(model).get("kept")


@cache
def personal() -> tuple:
    """Every model that holds something of a person."""
    said = [(model, kept_of(model)) for model in apps.get_models()]
    return tuple(model for model, kept in said if kept and kept.by != NOBODY)


def roots() -> list:
    """Those that others are about."""
    return [model for model in personal() if kept_of(model).is_root]


def of_class(code) -> list:
    """The models of a class that are swept row by row."""
    return [model for model in personal() if kept_of(model).by == code and not kept_of(model).is_root and kept_of(model).closed]


@cache
def about(root) -> tuple:
    """Whose rows are about a root's, those that are found through others first."""
    found = [model for model in personal() if kept_of(model).about and _target(model) is root]
    return tuple(sorted(found, key=lambda model: -kept_of(model).about.count("__")))


def _target(model):
    """Whom the rows of a model are about: the end of a way of relations, or, by a bare id, the root of the same class."""
    field = None
    at = model
    for step in kept_of(model).about.split("__"):
        field = at._meta.get_field(step)
        at = field.related_model or at
    return at if field.is_relation else next((root for root in roots() if kept_of(root).by == kept_of(model).by), None)


def naming(models_) -> list:
    """Models that name rows of these by a bare id."""
    labels = {model._meta.app_label for model in models_}
    return [model for model in personal() if kept_of(model).record and model._meta.app_label in labels]


def rows_about(root, keys):
    """Every model with its rows about these of a root's: what only names such a row by its id comes first, since it is found through it."""
    others = about(root)
    for other in naming(others):
        for named in others:
            if named._meta.app_label == other._meta.app_label and named._meta.pk.get_internal_type() == "UUIDField":
                ids = named._base_manager.filter(**{f"{kept_of(named).about}__in": keys}).values("pk")
                yield other, other._base_manager.filter(**{f"{kept_of(other).record}__in": ids})
    for other in others:
        yield other, other._base_manager.filter(**{f"{kept_of(other).about}__in": keys})


def pairs(model) -> list[tuple]:
    """Tables of pairs that point at a model, each with the column that does."""
    return [(link.related_model, link.field.name) for link in model._meta.get_fields(include_hidden=True)
            if link.auto_created and link.is_relation and not link.concrete and link.related_model._meta.auto_created]


def loosened(model) -> list[tuple]:
    """Relations that are emptied when what they point at goes."""
    return [(link.related_model, link.field.name) for link in model._meta.get_fields(include_hidden=True)
            if link.auto_created and link.is_relation and not link.concrete and getattr(link, "on_delete", None) is models.SET_NULL]
