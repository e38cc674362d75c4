"""What a phone carries of this loop: the campaigns that run in its area with what they ask, and their households door by door."""
from django.db.models import Count

from lianfang.ground.outbox import queries as outbox
from lianfang.ground.outbox.xlsform import spoken
from lianfang.ground.units.models import RANK
from lianfang.ground.workflow.models import Turn

from ..models import OUTCOMES, Campaign, Household, Visit

NARROW = RANK["village"]  # a wider area carries no doors


def campaigns(request, area) -> list[dict]:
    """Those that run here, with what else is asked, in the reader's language."""
    here = Campaign.objects.filter(state="running", households__unit__path__under=area.path).distinct()
    found = here.select_related("questions")
    return [{"id": str(one.pk), "title": one.title, "until": one.until_on.isoformat(),
             "version": one.questions_id and str(one.questions_id),
             "questions": spoken(one.questions.form)["fields"] if one.questions else []} for one in found.order_by("pk")]


def households(request, area) -> list[dict]:
    """The doors of these campaigns, in the order one walks, with the leads that wait there and the line a phone has seen of each."""
    if RANK[area.level] < NARROW:
        return []
    found = Household.objects.filter(campaign__state="running", unit__path__under=area.path).order_by("unit__path", "pk")
    rows = list(found.values_list("pk", "unit_id", "campaign_id", "outcome"))
    leads = dict(Turn.objects.open().filter(flow="lead", unit__path__under=area.path).values_list("unit_id").annotate(n=Count("pk")))
    bases = outbox.versions([pk for pk, *_rest in rows])
    return [{"id": str(pk), "unit": unit, "campaign": str(campaign), "state": outcome, "says": str(OUTCOMES.get(outcome, "")),
             "leads": leads.get(unit, 0), "base": str(bases[pk])} for pk, unit, campaign, outcome in rows]


def visits_at(record) -> list[tuple]:
    """What the last visit at a household found, for whoever looks at a conflict."""
    household = Household.objects.filter(pk=record).first()
    last = household and Visit.objects.filter(unit=household.unit_id).select_related("by").order_by("-at").first()
    heads = "—" if last is None or last.head_count is None else str(last.head_count)
    return [(str(last.get_outcome_display()), f"{heads} · {last.by.name}")] if last else []
