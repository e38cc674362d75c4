"""Version 1: the outbox in, what a phone carries out."""
import base64
import gzip
import json
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext as _
from ninja import Header, NinjaAPI, Query
from ninja.errors import HttpError, ValidationError

from lianfang.ground.accounts import actions as accounts
from lianfang.ground.days import now
from lianfang.ground.outbox import actions
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from . import carrying, standing
from . import names as whole
from .door import Holder, Refusal, within
from .shapes import BoxesIn, CarryOut, DoneOut, HaveOut, MeOut, NamesIn, NamesOut, OutboxIn, OutboxOut, WrongOut

WRONG = {400: WrongOut, 401: WrongOut, 403: WrongOut, 422: WrongOut, 429: WrongOut}
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


@api.exception_handler(HttpError)
def unfit(request, wrong):
    """A body that is no JSON, or a method that is not there."""
    says = _("这个请求读不懂：{field} {why}").format(field="", why=str(wrong))
    return JsonResponse(Refusal(wrong.status_code, says).as_json(), status=wrong.status_code)


@api.exception_handler(RequestDataTooBig)
def too_big(request, wrong):
    """More than one request may bring; a phone sends an outbox in parts."""
    return JsonResponse(Refusal(400, _("一次送来的内容太多。"), mend=_("请分几次再送。")).as_json(), status=400)


@api.exception_handler(Http404)
def absent(request, gone):
    """Not there, or not within reach: the same answer."""
    return JsonResponse(Refusal(404, _("这里没有，或者不在您的辖区里。")).as_json(), status=404)


@api.post("/outbox", response={200: OutboxOut, **WRONG}, url_name="outbox", summary="Deliver entries of an outbox")
@within("work")
def outbox(request, delivery: OutboxIn):
    """Take entries in the order of `seq`, each once: a receipt for each; sending the same again gives the same receipts."""
    at = now()
    if delivery.account not in (None, request.user.pk):
        raise Refusal(403, _("这些是另一个人记的，不能算在您名下：已改成密封，交给督查核对。"), field="account", mend="boxes")
    posted = [actions.Posted(**one.model_dump()) for one in delivery.entries]
    receipts = actions.receive(entries=posted, by=request.user, assignments=request.assignments, sent_at=delivery.sent_at, at=at)
    return {"at": at, "receipts": receipts}


@api.post("/boxes", response={200: OutboxOut, **WRONG}, url_name="boxes", summary="Deliver entries of a locked phone")
@within("work")
def boxes(request, delivery: BoxesIn):
    """Keep what a phone whose PIN is lost had not yet sent; the supervisor has each entry done or drops it."""
    at = now()
    found = [(one.id, _bytes(one.box)) for one in delivery.boxes]
    try:
        receipts = actions.receive_boxes(boxed=found, by=request.user, assignments=request.assignments, at=at)
    except actions.TooMany as refused:
        raise Refusal(429, str(refused)) from None
    return {"at": at, "receipts": receipts}


def _bytes(box) -> bytes:
    try:
        return base64.b64decode(box, validate=True)
    except ValueError:
        raise Refusal(422, _("这个请求读不懂：{field} {why}").format(field="boxes", why="base64"), field="boxes") from None


@api.get("/photos/{photo}", response={200: HaveOut, **WRONG, 404: WrongOut}, url_name="photo", summary="How much of a photo is here")
@within("work")
def have(request, photo: UUID):
    """From where to go on."""
    found = _own(photo, request)
    return {"have": found.have if found else 0}


@api.put("/photos/{photo}", response={200: HaveOut, **WRONG, 404: WrongOut, 413: WrongOut}, url_name="photo_piece",
         summary="A piece of a photo", openapi_extra={"requestBody": {"content": {"application/octet-stream": {}}}})
@within("work")
def piece(request, photo: UUID, offset: int = Query(0, ge=0, le=2**31), upload_length: int = Header(..., ge=1, le=2**31),
          photo_box: str = Header("", max_length=4000)):
    """Bytes from an offset on; a piece that begins elsewhere than where the last one ended changes nothing, and is told what is here.

    `Photo-Box`: the bytes are sealed under a key that lies in this box, in the name of whoever took the photo.
    """
    box = _bytes(photo_box)
    if not box:
        _own(photo, request)
    try:
        kept = actions.take_piece(ident=photo, offset=offset, size=upload_length, content=request.body, by=request.user,
                                  unit_id=request.assignments[0].unit_id, at=now(), box=box)
    except Refused as refused:
        raise Refusal(429 if isinstance(refused, actions.TooMany) else 422, str(refused), field="photo") from None
    return {"have": kept}


def _own(photo, request):
    try:
        return actions.photo_of(photo, request.user.pk)
    except Refused:
        raise Http404 from None


@api.get("/me", response={200: MeOut, **WRONG}, url_name="me", summary="Who is signed in")
@within("work")
def me(request):
    """The account of this session."""
    request.at = now()
    get_token(request)
    return {"at": request.at, **carrying.me(request, None)}


@api.post("/sign-out", response={200: DoneOut, **WRONG}, url_name="sign_out", summary="End this session")
@within("work")
def sign_out(request):
    """End the session of this phone; the phone forgets by itself."""
    at = now()
    accounts.sign_out(request=request, at=at)
    return {"at": at}


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
    return standing.give(request, _packed(request, found))


@api.post("/names", response={200: NamesOut, **WRONG, 404: WrongOut}, url_name="names", summary="Whole names, for a reason")
@within("work")
def names(request, asked: NamesIn):
    """The whole names of the people of one's own turns in an area; each handing out is written down, and they can see it."""
    request.at = now()
    return whole.names(request, _chosen(request, asked.area), asked)


def _chosen(request, area) -> Unit:
    if area is None:
        return request.assignments[0].unit
    unit = Unit.objects.filter(pk=area).first()
    if unit is None or not request.reach.covers(unit.path):
        raise Http404
    return unit


def document() -> dict:
    """The OpenAPI document of this version, as plain values."""
    return json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"), default=str))


@api.get("/openapi.json", include_in_schema=False, url_name="openapi")
def openapi(request):
    """The OpenAPI document."""
    return document()


def _packed(request, content) -> HttpResponse:
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=str).encode("utf-8", "replace")
    headers = {"Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        body, headers = gzip.compress(body, 6, mtime=0), headers | {"Content-Encoding": "gzip"}
    return HttpResponse(body, content_type="application/json; charset=utf-8", headers=headers)
