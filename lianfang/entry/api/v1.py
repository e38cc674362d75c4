"""Version 1: the outbox in, what a phone carries out."""
import gzip
import json

from django.http import Http404, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Query
from ninja.errors import ValidationError

from lianfang.ground.days import now
from lianfang.ground.outbox import actions
from lianfang.ground.units.models import Unit

from . import carrying
from .door import Holder, Refusal, within
from .shapes import CarryOut, OutboxIn, OutboxOut, WrongOut

WRONG = {400: WrongOut, 401: WrongOut, 403: WrongOut, 422: WrongOut}
api = NinjaAPI(title="Lianfang", version="1.0.0", urls_namespace="api", docs_url=None, openapi_url=None, auth=Holder("work"))


@api.exception_handler(Refusal)
def refused(request, refusal):
    """Every error is said the same way."""
    return JsonResponse(refusal.as_json(), status=refusal.status)


@api.exception_handler(ValidationError)
def unreadable(request, wrong):
    """What is no such request: the first thing that does not fit."""
    first = wrong.errors[0]
    field = ".".join(str(part) for part in first.get("loc", ())[1:]) or None
    says = _("这个请求读不懂：{field} {why}").format(field=field or "", why=first.get("msg", ""))
    return JsonResponse(Refusal(422, says, field=field, mend=_("请更新手机上的程序再试。")).as_json(), status=422)


@api.exception_handler(Http404)
def absent(request, gone):
    """Not there, or not within reach: the same answer."""
    return JsonResponse(Refusal(404, _("这里没有，或者不在您的辖区里。")).as_json(), status=404)


@api.post("/outbox", response={200: OutboxOut, **WRONG}, url_name="outbox", summary="Deliver entries of an outbox")
@within("work")
def outbox(request, delivery: OutboxIn):
    """Take entries in the order of `seq`, each once: a receipt for each; sending the same again gives the same receipts."""
    at = now()
    posted = [actions.Posted(**one.model_dump()) for one in delivery.entries]
    receipts = actions.receive(entries=posted, by=request.user, assignments=request.assignments, sent_at=delivery.sent_at, at=at)
    return {"at": at, "receipts": receipts}


@api.get("/carry", response={200: CarryOut, **WRONG, 404: WrongOut}, url_name="carry", summary="What a phone carries of an area")
@within("work")
def carry(request, area: int | None = Query(None, ge=1, le=2**53), have: str = Query("", max_length=2000)):
    """The sections of one area that differ from what the phone has (`have`: name:digest, joined by commas)."""
    request.at = now()
    get_token(request)
    choices = carrying.areas(request)
    chosen = _chosen(request, area)
    named = dict(Unit.objects.filter(pk__in={pk for one in [*choices, chosen] for pk in one.ancestor_ids}).values_list("pk", "name"))
    had = dict(pair.split(":", 1) for pair in have.split(",") if ":" in pair)
    found = {"at": request.at.isoformat(), "area": carrying.place_of(chosen, named),
             "areas": [carrying.place_of(one, named) for one in choices],
             "sections": carrying.carried(request, chosen, had, request.at)}
    return _packed(request, found)


def _chosen(request, area) -> Unit:
    if area is None:
        return request.assignments[0].unit
    unit = Unit.objects.filter(pk=area).first()
    if unit is None or not request.reach.covers(unit.path):
        raise Http404
    return unit


def _packed(request, content) -> HttpResponse:
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=str).encode("utf-8", "replace")
    headers = {"Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        body, headers = gzip.compress(body, 6, mtime=0), headers | {"Content-Encoding": "gzip"}
    return HttpResponse(body, content_type="application/json; charset=utf-8", headers=headers)
