"""What is over and serves nobody: ended sessions, old slips, old failed sign-ins."""
from datetime import timedelta

from axes.models import AccessAttempt

from ..models import Session, Slip

KEPT = timedelta(days=30)


def forget(*, at):
    """Delete sessions that are over, and slips and failed sign-ins of more than 30 days ago."""
    Session.objects.filter(expire_date__lt=at).delete()
    Slip.objects.filter(expires_at__lt=at - KEPT).delete()
    AccessAttempt.objects.filter(attempt_time__lt=at - KEPT).delete()
