"""What is kept of a sheet that came in: its counts and the rows at fault; and which column is which field, as somebody said of a layout."""
from django.db import models
from django_scopes import ScopedManager

from ..ids import uuid7
from ..units.models import Unit
from .headings import fingerprint

BY = "accounts.Account"


class Brought(models.Model):
    """One sheet: counts, and the rows that were not taken, each by its number with a sentence."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    file = models.CharField(max_length=120)
    rows = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list)
    by = models.ForeignKey(BY, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    because = models.UUIDField(null=True)

    objects = ScopedManager(reach="unit__path__under")

    subject_id = None  # nobody by himself

    class Meta:
        abstract = True


class NamedColumns(models.Model):
    """Which column is which field in sheets of one layout, as somebody has said once."""

    fingerprint = models.CharField(max_length=32, primary_key=True)
    mapping = models.JSONField()
    by = models.ForeignKey(BY, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        abstract = True

    @classmethod
    def said_of(cls, candidates) -> dict:
        """What somebody has said of a layout whose headings are one of these rows; {} of one nobody has named."""
        prints = [fingerprint(row) for row in candidates]
        return next((one.mapping for one in cls.objects.filter(fingerprint__in=prints)), {})

    @classmethod
    def remember(cls, headings, mapping, by, at):
        """Somebody has said it, if he has; what was said of this layout before is overwritten."""
        if mapping:
            cls.objects.update_or_create(fingerprint=fingerprint(headings), defaults={"mapping": mapping, "by": by, "at": at})
