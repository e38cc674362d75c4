"""How sheets are read where somebody has confirmed it: his word holds in his unit and below, the nearest one first."""
from ..models import Layout
from ..reading import fingerprint


def confirmed(unit) -> dict[str, Layout]:
    """The confirmed layouts that hold in a unit, by the sheet's fingerprint: its own and its ancestors', nearest first."""
    if unit is None:
        return {}
    found = Layout.objects.filter(unit__in=unit.ancestor_ids).select_related("unit", "by").order_by("unit__path")
    return {layout.fingerprint: layout for layout in found}  # the nearest comes last, and stays


def applied(sheets, known, unit) -> list[tuple]:
    """Which of these sheets, read with `known` layouts, were read as somebody has confirmed it: (sheet, layout)."""
    said = confirmed(unit)
    found = [(sheet, said.get(fingerprint(sheet.headers))) for sheet in sheets]
    return [(sheet, layout) for sheet, layout in found if layout and known.get(layout.fingerprint) == layout.mapping]
