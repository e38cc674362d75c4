"""What a phone carries of sampling: the points that are open where its holder registers people."""
from lianfang.ground.accounts.scope import reach_of, through
from lianfang.ground.days import day_of
from lianfang.registers.diseases.queries import disease_word

from ..models import Session

MOST = 60


def sampling_points(request, area) -> list[dict]:
    """The open points of an account, the newest first: what is done there, and for whom most tubes are."""
    with through(reach_of(request.assignments, "record")):
        found = list(Session.objects.filter(closed_at=None).order_by("-opened_at", "pk")[:MOST])
    return [{"id": str(one.pk), "name": one.name, "unit": one.unit_id, "reason": one.reason,
             "disease": str(disease_word(one.disease, day_of(one.opened_at)))} for one in found]
