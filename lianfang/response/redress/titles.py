"""What a turn asks for, in the words of the street."""
from django.utils.translation import gettext as _

from .models import FIELDS, Appeal, Correction
from .queries import measure_word


def appeal_titles(ids) -> dict:
    """答复申诉：居家隔离, and for whom an exception is awaited."""
    asked = {"excepting": _("等例外批准：{measure}")}
    rows = Appeal.objects.filter(pk__in=ids).values_list("pk", "state", "measure")
    return {pk: asked.get(state, _("答复申诉：{measure}")).format(measure=measure_word(measure)) for pk, state, measure in rows}


def correction_titles(ids) -> dict:
    """核实更正：电话."""
    return {pk: _("核实更正：{field}").format(field=FIELDS[field]) for pk, field in
            Correction.objects.filter(pk__in=ids).values_list("pk", "field")}


titles = {"appeal": appeal_titles, "correction": correction_titles}
