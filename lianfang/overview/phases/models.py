"""A phase of the emergency."""
from django.db import models

from lianfang.ground.accounts.models import Account
from lianfang.ground.ids import uuid7
from lianfang.ground.kept import Kept


class Phase(models.Model):
    """The county's policy from a day until the next phase's: its document, and who decided it."""

    kept = Kept("act")
    id = models.UUIDField(primary_key=True, default=uuid7)
    title = models.CharField(max_length=60)
    from_on = models.DateField(unique=True)
    document = models.CharField(max_length=200)
    decided_by = models.CharField(max_length=80)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    def __str__(self):
        return self.title
