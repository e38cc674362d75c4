"""Writing the figures of a cut-off into the ledger, once; signing for them by name; holding them against what the records say now."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import documents, indicators, rows
from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import SHANGHAI, day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.journal.models import Seal
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from ..models import Cut, Line
from ..queries import differences

RIGHT = "manage"


def book(*, unit, cut_off_at, by, at) -> Cut:
    """The figures of a county at a cut-off: those that stand in the ledger, or written now as known then."""
    with everything():
        if standing := Cut.objects.filter(unit=unit, cut_off_at=cut_off_at).first():
            return standing
        found = indicators.taken(unit, cut_off_at)
        with transaction.atomic():
            Unit.objects.select_for_update().get(pk=unit.pk)
            return Cut.objects.filter(unit=unit, cut_off_at=cut_off_at).first() or _written(unit, cut_off_at, found, by, at)


def _written(unit, cut_off_at, found, by, at) -> Cut:
    head, last = Seal.objects.order_by("-position").first(), indicators.cut_off(cut_off_at)
    made = Cut(id=uuid7(), unit=unit, on=day_of(cut_off_at), cut_off_at=cut_off_at, made_at=at,
               edition=last[0] if last and last[1] == cut_off_at else "", journal_position=head.position if head else 0,
               journal_hash=head.hash if head else "", check_code=code_of(unit, cut_off_at, found))
    rows.insert([made])
    rows.insert([Line(id=uuid7(), cut=made, unit_id=pk, figures=figures) for pk, figures in found.items()])
    journal.write([line("ledger.book", kind="cut", record=made.pk, by=by.id, at=at, unit=unit.pk,
                        data={"cut_off": cut_off_at.astimezone(SHANGHAI).isoformat(), "check_code": made.check_code})])
    return made


def code_of(unit, cut_off_at, found) -> str:
    """The code over all figures as first written."""
    figures = [(pk, sorted(found[pk].items())) for pk in sorted(found)]
    return documents.check_code(str(unit.pk), cut_off_at.astimezone(SHANGHAI).isoformat(), figures)


def may_keep(by, unit, at):
    """Raise Refused unless somebody keeps the figures of a county."""
    if not may_do(by, RIGHT, unit, day_of(at)):
        raise Refused(_("{unit}的统计台账，由县指挥部值班员、流调人员签核和更正。").format(unit=unit.name))


@everything()
def sign(*, cut, by, at, because=None) -> Cut:
    """Stand by name for the figures of a cut-off: they may be told from now on. Raises Refused where somebody has."""
    may_keep(by, cut.unit, at)
    with transaction.atomic():
        held = Cut.objects.select_for_update(of=("self",)).get(pk=cut.pk)
        if held.signed_at:
            raise Refused(_("{name}已经签核过了。").format(name=held.signed_name))
        cut.signed_by, cut.signed_name, cut.signed_at = by, by.name, at
        rows.amend([cut], "signed_by", "signed_name", "signed_at")
        journal.write([line("ledger.sign", kind="cut", record=cut.pk, by=by.id, at=at, unit=cut.unit_id, because=because,
                            data={"check_code": cut.check_code})])
    return cut


@everything()
def sign_with(*, unit, cut_off_at, by, at, because):
    """Who drafts the bulletin of a cut-off stands for its figures; nothing where somebody does, or he may not."""
    for cut in Cut.objects.filter(unit=unit, cut_off_at=cut_off_at, signed_at=None).select_related("unit"):
        if may_do(by, RIGHT, cut.unit, day_of(at)):
            sign(cut=cut, by=by, at=at, because=because)


@everything()
def compare(*, cut, at) -> Cut:
    """Note where the records say something else now, for the same cut-off; changes no figure."""
    cut.says_now = {str(pk): {code: now for code, (_stands, now) in found.items()} for pk, found in differences(cut).items()}
    cut.compared_at = at
    rows.amend([cut], "says_now", "compared_at")
    return cut
