"""A sheet that came in: a group's roster or a list of results, how many rows were taken, and which were not."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from lianfang.ground.kept import of_nobody
from lianfang.ground.sheets.records import Brought

PURPOSES = {"group": _("应检名册"), "results": _("检测结果")}


class Roster(Brought):
    """One sheet: what its rows tell of."""

    kept = of_nobody("counts and numbers of rows; whom they tell of are members")
    purpose = models.CharField(max_length=10, choices=list(PURPOSES.items()))
    group = models.CharField(max_length=30, blank=True, default="")
