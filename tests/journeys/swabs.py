"""A sampling point, told inside the server's process: papers of people who come, tubes used elsewhere, and the swabs on record."""
from lianfang.ground.accounts.models import Account
from lianfang.ground.days import now
from lianfang.ground.units.models import Unit
from lianfang.registers.people.typed.identity import check_digit
from lianfang.response.laboratory import actions
from lianfang.response.laboratory.models import Sample

NAMES = "覃望舒 佟秋实 尉立夏 覃清和 佟知远 尉若水 覃明轩 佟子衿 尉思齐 覃嘉木 佟安宁".split()


def a_point(by="cadre", name="丰禾社区采样点", unit="丰禾社区"):
    """A point where most come of their own will."""
    made = actions.open_session(unit=Unit.objects.get(name=unit), name=name, disease="covid_19", reason="voluntary", at=now(),
                                by=Account.objects.get(login=by))
    return str(made.pk)


def papers(count):
    """Numbers and names of so many invented people."""
    bodies = [f"99010119{50 + n}0101{n:03d}" for n in range(count)]
    return [[body + check_digit(body), name] for body, name in zip(bodies, NAMES, strict=False)]


def used(code):
    """Another point has opened a tube of this code."""
    at, by = now(), Account.objects.get(login="far_cadre")
    village = Unit.objects.get(name="梨花沟村")
    session = actions.open_session(unit=village, name="梨花沟采样点", disease="covid_19", reason="voluntary", by=by, at=at)
    return str(actions.open_tube(session=session, code=code, places=10, by=by, at=at).pk)


def taken():
    """Every swab on record: its tube, its place, whose, why."""
    found = Sample.objects.select_related("tube", "person").order_by("tube__code", "position")
    return [[one.tube.code, one.position, one.person.name, one.reason] for one in found if one.tube.state == "sealed"]
