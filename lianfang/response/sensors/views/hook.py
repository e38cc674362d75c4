"""The address devices speak to: no session, each word signed by its device; whoever is refused is told nothing."""
from datetime import timedelta

from django.http import HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import anybody
from lianfang.ground.accounts.proofs import tries
from lianfang.ground.accounts.proofs.address import client_address
from lianfang.ground.days import now

from .. import actions
from ..clocks import terms
from ..reading import MOST_BYTES, Malformed, events_in, signer

TAKEN, UNREAD, STRANGER, TOO_MANY = 204, 422, 403, 429


@csrf_exempt
@anybody
@require_POST
def events(request):
    """Events of one device."""
    at = now()
    limit = terms(at)
    skew, body = timedelta(minutes=limit["skew"]), _body(request)
    device = signer(request.headers, body, skew, at) if body is not None else None
    if device is None:
        return _refused(request, limit, at)
    try:
        actions.take_events(device=device, nonce=request.headers["X-Device-Nonce"], events=events_in(body, limit["most_events"], skew, at),
                            at=at)
    except Malformed as wrong:
        return JsonResponse({"error": str(wrong)}, status=UNREAD)
    except actions.TooMany:
        return HttpResponse(status=TOO_MANY, headers={"Retry-After": "60"})
    except actions.Unheard:
        return _refused(request, limit, at)
    return HttpResponse(status=TAKEN)


def _body(request) -> bytes | None:
    """What was sent; None of more than any events need, which is not even read."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_BYTES:
        return None
    return request.read(MOST_BYTES)


def _refused(request, limit, at):
    """The same to everybody, counted under the address until it must wait; a rightly signed word is heard meanwhile."""
    key = tries.key("sensor", client_address(request))
    if tries.shut_until([key], at):
        return HttpResponse(status=TOO_MANY, headers={"Retry-After": "60"})
    minutes = {name: timedelta(minutes=limit[f"{name}_minutes"]) for name in ("first", "longest")}
    tries.fail({key: tries.Limits(limit["free"], **minutes, forgotten=timedelta(hours=limit["forgotten_hours"]))}, at)
    return HttpResponse(status=STRANGER)
