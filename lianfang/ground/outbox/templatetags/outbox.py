"""`{% load outbox %}`: the way from a record, or a turn on it, to its photos."""
from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from .. import queries

register = template.Library()


@register.simple_tag
def photos(pk):
    """照片 2 张, leading to them; nothing where there is none."""
    count = len(queries.photos_of(pk))
    said = _("照片 {n} 张").format(n=count)
    return format_html('<p><a href="{}">{}</a></p>', reverse("home:photos", args=[pk]), said) if count else ""
