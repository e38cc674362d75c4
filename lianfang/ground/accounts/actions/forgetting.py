"""What is over and serves nobody: ended sessions, devices nobody may use any more, old slips, old failed tries, notices that were read."""
from datetime import timedelta

from django.conf import settings

from ..models import Device, Notice, Session, Slip, Tries

KEPT = timedelta(days=30)


def forget(*, at):
    """Delete sessions and devices that are over, and slips, failed tries and notices of more than 30 days ago."""
    Session.objects.filter(expire_date__lt=at).delete()
    Device.objects.filter(enrolled_at__lt=at - timedelta(days=settings.DEVICE_DAYS)).delete()
    Slip.objects.filter(expires_at__lt=at - KEPT).delete()
    Tries.objects.filter(last_at__lt=at - KEPT).delete()
    Notice.objects.filter(told_at__lt=at - KEPT).delete()
