"""What became of a figure: each change of it, who asked and who confirmed; and what waits for a second person."""
from django.utils.translation import gettext as _

from ..models import Change, Changed


def trail(cut, unit, code) -> list[Changed]:
    """Every change of one figure that was asked for, the oldest first."""
    return list(Changed.objects.filter(change__cut=cut, unit=unit, code=code).select_related("change").order_by("change__at"))


def change_titles(ids) -> dict:
    """核准更正：3月10日18:45的3个数."""
    found = Change.objects.filter(pk__in=ids, state="asked").select_related("cut").prefetch_related("figures")
    return {one.pk: _("核准更正：{on} 的 {n} 个数").format(on=one.cut.on.isoformat(), n=len(one.figures.all())) for one in found}


def changes_named(ids) -> list[Change]:
    """Changes by their ids, each with its cut-off and figures."""
    found = Change.objects.filter(pk__in=ids).select_related("cut", "by", "second")
    return list(found.prefetch_related("figures"))
