"""Notices filled from an order: what each says of this person."""

from django.conf import settings

from lianfang.ground import documents
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import SHANGHAI, day_of
from lianfang.ground.documents.wording import moment_words
from lianfang.ground.units.queries import above, ancestors
from lianfang.ground.vault.masks import mask_id

from ..models import NOTICES, Order, Result
from ..words import number_of, reason_word
from .notices import ReleaseNotice, StartNotice

MINDING = {"one_to_one": "（一对一）", "by_door": "（包全户）"}
START, RELEASE = NOTICES


def start_notice(order: Order, is_drill: bool) -> StartNotice:
    """The notice handed over when a measure begins."""
    days = tuple(order.day_of_number(n) for n in order.test_days)
    return StartNotice(**_common(order, START, is_drill), test_days=days, conditions=tuple(order.release))


def release_notice(order: Order, is_drill: bool) -> ReleaseNotice:
    """The notice handed over at the release."""
    common = _common(order, RELEASE, is_drill)
    with everything():  # those of an order handed over lie where they were taken
        results = list(Result.objects.filter(order=order).order_by("taken_on"))
    tests = dict.fromkeys(result.taken_on for result in results if result.outcome.open() == "negative")
    findings = (f"满{order.days}天", *(f"{day.month}月{day.day}日核酸检测阴性" for day in tests), "没有发热、咳嗽、咽干")
    return ReleaseNotice(
        **common | {"number": common["number"].replace("隔", "解"), "issued_on": day_of(order.closed_at)},
        start_number=common["number"],
        released_at=order.closed_at,
        findings=findings,
    )


def _common(order, kind, is_drill) -> dict:
    verdict, person = order.verdict, order.person
    issuer = above(order.unit, "township")
    code = documents.sign(kind, order.year * 1_000_000 + order.serial)
    return {
        "number": number_of(order),
        "measure": order.measure,
        "name": person.name,
        "id_number": mask_id(person.id_number.open()),
        "place": "".join(unit.name for unit in ancestors(order.unit)[1:]),
        "from_on": order.from_on,
        "last_on": order.last_on,
        "days": order.days,
        "day_one_on": order.day_of_number(1) if order.days else None,
        "reason": _reason(order),
        "clause": f"{verdict.document} {verdict.clause}",
        "rule": f"措施判定表{verdict.version}版第{verdict.row}行{_exception(order)}",
        "minder": f"{order.minder.name}{MINDING.get(order.minding, '')}" if order.minder else "",
        "minder_phone": order.minder.phone.open() if order.minder else "",
        "help_phone": settings.HELP_PHONE,
        "appeal_phone": settings.APPEAL_PHONE,
        "issuer": f"{issuer.name}疫情防控指挥部" if issuer else "",
        "issued_on": day_of(order.issued_at),
        "code": code,
        "link": f"{settings.PUBLIC_ADDRESS}/p/{code}",
        "is_drill": is_drill,
    }


def _exception(order) -> str:
    """On the order of an exception, what it is and until when: the row alone would name another measure."""
    if order.deviation is None:
        return ""
    until = order.deviation.stands_until.astimezone(SHANGHAI)
    return f"；例外：{reason_word(order.deviation.reason)}，{order.deviation.approved_unit.name}批准，到{moment_words(until)}，到期按表恢复"


def _reason(order) -> str:
    base = f"{order.base_on.month}月{order.base_on.day}日"
    return f"您{base}从{order.origin}来到本县" if order.origin else f"按{base}的情况判定"
