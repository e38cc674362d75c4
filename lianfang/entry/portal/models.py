"""Failed tries at the door: by code and by address, under digests."""
from django.db import models

from lianfang.ground.kept import Kept


class Tries(models.Model):
    """How often in a row a code, or an address, was tried and refused, and until when it must wait."""

    kept = Kept("tries", closed="last_at")
    key = models.CharField(max_length=32, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    wait_until = models.DateTimeField()
    last_at = models.DateTimeField(db_index=True)
