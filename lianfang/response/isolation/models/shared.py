"""What the records of this loop have in common: whom they are about, whose turn they are, who may see them; and their words."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

HALVES = {"am": _("晨检"), "pm": _("晚检")}
SYMPTOMS = {"fever": _("发热"), "cough": _("咳嗽"), "dry_throat": _("咽干")}
NEEDS = {"food": _("买菜买粮"), "medicine": _("买药"), "medical": _("看病"), "other": _("其他")}
RESULTS = {"negative": _("阴性"), "positive": _("阳性"), "unclear": _("待复测")}
SWITCH_REFUSED = {"own_rules": _("本县另有规定，等本县新版"), "not_received": _("还没有收到正式文件"), "wrong": _("名单有错，改好再列")}
ISOLATED = ("home_quarantine", "central_quarantine")
NOTICES = ("D", "R")  # the kinds of the codes on a start notice and a release notice
ONE_TO_ONE, BY_DOOR = "one_to_one", "by_door"  # how the measure table has people watched


def scoped(rows=models.QuerySet):
    """A manager that answers only within the reach of whoever asks."""
    return ScopedManager(reach="unit__path__under", _manager_class=models.Manager.from_queryset(rows))


class OfPerson:
    """A record about one person."""

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id


class Minded:
    """A record whose turn is the minder's by name."""

    @property
    def turn_account_id(self):
        """Whose turn it is."""
        return self.minder_id
