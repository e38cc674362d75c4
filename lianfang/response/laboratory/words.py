"""Codes of results in the reader's language."""
from django.utils.translation import gettext_lazy as _

from .models import OUTCOMES

OF_PEOPLE = {**OUTCOMES, "pending": _("所在混管可疑，等单采复核"), "": _("还没有结果")}


def outcome_word(code) -> str:
    """What a result says of somebody."""
    return str(OF_PEOPLE.get(code, ""))
