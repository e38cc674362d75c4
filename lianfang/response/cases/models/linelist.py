"""A line list that came in: what file, which columns, how many rows were taken; and the layouts somebody has named."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from lianfang.ground.kept import of_nobody
from lianfang.ground.sheets.records import Brought, NamedColumns

HOLDS = {"cases": _("病例"), "links": _("谁传给谁")}


class LineList(Brought):
    """One import; the rows themselves are cases, or links."""

    kept = of_nobody("counts and numbers of rows; whom they tell of are cases")
    disease = models.CharField(max_length=30)
    holds = models.CharField(max_length=5, default="cases", choices=list(HOLDS.items()))


class Layout(NamedColumns):
    """Columns of a line list, or of a list of links."""

    kept = of_nobody("headings of columns")
