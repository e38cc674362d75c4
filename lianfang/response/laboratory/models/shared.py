"""What the records of the laboratory have in common: who may see them, and the words of their codes."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

REASONS = {"resample": _("混管阳性复采"), "fever_clinic": _("发热门诊"), "contact": _("密切接触者"), "key_area": _("重点区域人员"),
           "test_day": _("管控中的检测日"), "group": _("应检尽检"), "voluntary": _("愿检尽检")}
OUTCOMES = {"negative": _("阴性"), "positive": _("阳性"), "grey": _("灰区、单靶标阳性"), "invalid": _("无效")}
KINDS = {"single": _("单管"), "pool": _("混管")}


def scoped(rows=models.QuerySet, reach="unit__path__under"):
    """A manager that answers only within the reach of whoever asks."""
    return ScopedManager(reach=reach, _manager_class=models.Manager.from_queryset(rows))
