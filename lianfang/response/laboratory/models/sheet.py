"""A sheet of results that came in: how many rows were taken, and the layouts somebody has named."""
from django.db import models

from lianfang.ground.kept import of_nobody
from lianfang.ground.sheets.records import Brought, NamedColumns


class ResultSheet(Brought):
    """One import; the rows themselves are samples."""

    kept = of_nobody("counts and numbers of rows; whom they tell of are samples")
    disease = models.CharField(max_length=30)


class ResultLayout(NamedColumns):
    """Columns of a sheet of results."""

    kept = of_nobody("headings of columns")
