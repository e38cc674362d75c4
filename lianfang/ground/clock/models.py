"""Runs of jobs: what ran, when, under whose lease."""
from django.db import models


class Run(models.Model):
    """One start of a job for one due moment; a run whose lease ran out unfinished is taken over."""

    job = models.CharField(max_length=60)
    due = models.DateTimeField()
    leased_until = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    fault = models.TextField(blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "due"], name="one_run_a_due")]
