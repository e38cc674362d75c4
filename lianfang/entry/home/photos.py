"""Photos of a record, or of what a phone sent of it, and where that phone was: looked at for a reason, which is written down first."""
import base64
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.shortcuts import redirect, render

from lianfang.ground.accounts.access import may
from lianfang.ground.outbox import pictures
from lianfang.ground.outbox.queries import photos_of, places_of
from lianfang.registers.people.reading import reading, take_reason
from lianfang.response.discretion.queries import is_hidden_from

VERB = "outbox.open_photo"
MOST = 12  # on one page


@dataclass(frozen=True, slots=True)
class Pictured:
    """What the photos are of, as the journal names it."""

    pk: UUID
    unit_id: int
    subject_id: UUID | None
    because: None = None


@may("look")
def photos(request, pk):
    """Masked until the reader has said why; then for the reason's minutes. A photo of a door, and where the phone was, tell where somebody
    lives: of a protected person only those who were named see them."""
    found = [one for one in photos_of(pk) if request.reach.covers(one.unit.path) and not is_hidden_from(one.subject, request.user)]
    if not found:
        raise Http404
    record = Pictured(pk, found[0].unit_id, found[0].subject)
    if request.method == "POST":
        take_reason(request, record, VERB, "photo")
        return redirect("home:photos", pk)
    shown = reading(request, record, VERB)
    seen = [(one, _picture(one) if shown["is_read"] else "") for one in found[:MOST]]
    places = places_of(pk) if shown["is_read"] else []
    return render(request, "home/photos.html", {"photos": seen, "places": places, **shown})


def _picture(photo) -> str:
    """As a page holds it; '' where it has not come."""
    content = pictures.picture(photo.pk) if photo.has_come else None
    return f"data:{pictures.type_of(content)};base64,{base64.b64encode(content).decode()}" if content else ""
