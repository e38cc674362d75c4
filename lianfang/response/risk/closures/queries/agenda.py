"""What a meeting is to talk of: orders that soon end and are neither extended nor lifted."""
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow.agenda import Item, both

from ..models import Closure
from ..rules import look_before
from ..words import until_words, what_words
from .book import in_force


@everything()
def agenda_items(unit, _since, at) -> list[Item]:
    """One item an order: extend or lift."""
    found = Closure.objects.filter(in_force(at), until_at__lte=at + look_before(at), unit__path__under=unit.path).order_by("until_at")
    return [Item(f"closure:{one.pk}", both(_("{number} {what}：延长还是解除"), number=one.number, what=what_words(one)),
                 both(_("{until}，还没有定"), until=until_words(one.until_at)), reverse("closures:closure", args=[one.pk]),
                 unit=one.unit_id, weight=-(one.until_at - at).total_seconds()) for one in found]
