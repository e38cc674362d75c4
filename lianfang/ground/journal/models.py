"""The journal: lines only ever added, and their seals."""
from django.db import models

from ..ids import uuid7
from ..kept import Kept, of_nobody


class Line(models.Model):
    """What happened: who did which verb to which record, for whom, and because of which earlier line; names subjects by id only."""

    kept = Kept("journal")
    id = models.UUIDField(primary_key=True, default=uuid7)
    at = models.DateTimeField()
    by = models.BigIntegerField()
    unit = models.BigIntegerField(null=True)
    verb = models.CharField(max_length=60)
    kind = models.CharField(max_length=60)
    record = models.UUIDField(null=True, db_index=True)
    subject = models.UUIDField(null=True, db_index=True)
    because = models.UUIDField(null=True, db_index=True)
    data = models.JSONField(default=dict)

    class Meta:
        db_table = "journal_line"


class Touched(models.Model):
    """Whom else a line is about, one row each: those on a list that was taken away, those a number led to; by id, as a line's subject."""

    kept = Kept("journal")
    pk = models.CompositePrimaryKey("subject", "line")
    subject = models.UUIDField()
    line = models.UUIDField(db_index=True)

    class Meta:
        db_table = "journal_touched"


class Seal(models.Model):
    """A committed line's place in the order of what is known, and the chain of hashes up to it."""

    kept = of_nobody("hashes")
    position = models.BigIntegerField(primary_key=True)
    line = models.UUIDField(unique=True)
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "journal_seal"
