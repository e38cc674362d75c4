"""The chain of inspection as figures; what may be told of case files; sums of markets."""
from django.db.models import Avg, Count, F, Q, Sum

from lianfang.ground.accounts.scope import everything, within
from lianfang.ground.days import day_start

from ..models import CaseFile, Complaint, MarketCase, MarketCheck, Problem, Sheet, Written


def chain(reach, since, until, at=None) -> dict:
    """Checks, person-times, problems and what became of them, notices, reports, suggestions between two days (the second not counted), as
    far as it was late by then, or by a moment before."""
    begins, ends = day_start(since), day_start(until)
    told = min(ends, at) if at else ends
    checks = within(Sheet.objects.filter(done_at__gte=begins, done_at__lt=ends), reach)
    found = checks.aggregate(checks=Count("pk"), people=Sum("people"), unannounced=Count("pk", filter=Q(is_unannounced=True)),
                             places=Count("unit", distinct=True), score=Avg("score"))
    problems = within(Problem.objects.filter(found_at__gte=begins, found_at__lt=ends).exclude(state="withdrawn"), reach)
    found |= problems.aggregate(
        problems=Count("pk"), closed=Count("pk", filter=Q(state="closed")), open=Count("pk", filter=Q(state="open")),
        waiting=Count("pk", filter=Q(state="fixed")), reopened=Count("pk", filter=Q(reopened__gt=0)),
        late=Count("pk", filter=Q(fixed_at__gt=F("due")) | Q(fixed_at=None, due__lt=told)))
    written = within(Written.objects.filter(at__gte=begins, at__lt=ends), reach).aggregate(
        **{f"{kind}s": Count("pk", filter=Q(kind=kind)) for kind in ("notice", "report", "suggestion")})
    return found | written | {"people": found["people"] or 0}


@everything()
def case_counts(since, until) -> dict:
    """Of case files only how many in the whole county: referred, and closed, between two days."""
    begins, ends = day_start(since), day_start(until)
    return CaseFile.objects.aggregate(referred=Count("pk", filter=Q(opened_at__gte=begins, opened_at__lt=ends)),
                                      closed=Count("pk", filter=Q(closed_at__gte=begins, closed_at__lt=ends)))


def market_sums(reach, since, until) -> dict:
    """Person-times, checks (of them live animals), cases and complaints of markets between two days."""
    checks = within(MarketCheck.objects.filter(on__gte=since, on__lt=until), reach).aggregate(
        wildlife=Sum("checked", filter=Q(kind="wildlife")), outings=Count("pk"), people=Sum("people"), checked=Sum("checked"),
        amiss=Sum("amiss"))
    begins, ends = day_start(since), day_start(until)
    cases = within(MarketCase.objects.filter(opened_at__gte=begins, opened_at__lt=ends), reach).aggregate(
        cases=Count("pk"), cases_closed=Count("pk", filter=Q(state="closed")))
    complaints = within(Complaint.objects.filter(at__gte=begins, at__lt=ends), reach).aggregate(
        complaints=Count("pk"), complaints_closed=Count("pk", filter=Q(state="closed")))
    return {name: value or 0 for name, value in (checks | cases | complaints).items()}


def by_kind(reach, since, until) -> list[dict]:
    """Checks of markets by what was looked at."""
    rows = within(MarketCheck.objects.filter(on__gte=since, on__lt=until), reach)
    return list(rows.values("kind").annotate(outings=Count("pk"), people=Sum("people"), checked=Sum("checked"),
                                             amiss=Sum("amiss")).order_by("kind"))


