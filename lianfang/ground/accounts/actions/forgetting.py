"""Devices that open nothing any more, by the days that settings give them."""
from datetime import timedelta

from django.conf import settings

from ..models import Device


def forget(*, at):
    """Delete devices that were enrolled too long ago."""
    Device.objects.filter(enrolled_at__lt=at - timedelta(days=settings.DEVICE_DAYS)).delete()
