"""The schedule: each loop names its jobs, the clock starts them, once each, under a lease."""
from .schedule import JOBS, job

__all__ = ["JOBS", "job"]
