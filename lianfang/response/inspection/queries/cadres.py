"""Cadres: what may stand as evidence for a commendation, what a cadre was told."""
from ..models import Assessment, Commendation, Sheet, Standing

MOST = 50


def evidence_for(unit, account=None) -> list[tuple]:
    """Records that show something of a unit, or of somebody of it: (id, kind, the record), the newest first."""
    if account is not None:
        found = Assessment.objects.filter(unit=unit, cadre=account).order_by("-at")[:MOST]
        return [(one.pk, "assessment", one) for one in found]
    first = Standing.objects.filter(unit=unit, is_first=True, round__state="published").select_related("round").order_by("-round__last_on")
    sheets = Sheet.objects.filter(unit=unit, done_at__isnull=False).order_by("-done_at")
    return [*((one.pk, "standing", one) for one in first[:MOST]), *((one.pk, "sheet", one) for one in sheets[:MOST])]


def assessment_of(pk) -> Assessment | None:
    """An assessment within the scope."""
    return Assessment.objects.select_related("unit__parent", "cadre", "team", "by").filter(pk=pk).first()


def commended():
    """Who was commended, the newest first, within the scope."""
    return Commendation.objects.select_related("unit__parent", "account")
