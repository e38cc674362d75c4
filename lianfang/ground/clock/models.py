"""Runs of jobs: what was started last, for which due moment, under whose lease."""
from django.db import models

from ..kept import of_nobody


class Run(models.Model):
    """The latest start of a job; one whose lease ran out unfinished is taken over, a later due moment replaces it."""

    kept = of_nobody("the program's own work")
    job = models.CharField(max_length=60, primary_key=True)
    due = models.DateTimeField()
    leased_until = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    fault = models.TextField(blank=True, default="")
