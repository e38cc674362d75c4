"""A letter of another county: taken in, receipted by name and phone, settled, taken back by them."""
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.journal.numbers import told_of
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.diseases.queries import profile
from lianfang.registers.outside.models import WAYS

from ..models import Incoming
from ..storage import LETTERS

NUMBERS = 5_130_221  # whoever counts a year's letters on waits for the one before


@dataclass(frozen=True, slots=True)
class Letter:
    """What came: from which county under which number, whom to call there, when and how, about which disease."""

    county: str
    liaison: str
    phone: str
    came_at: datetime
    disease: str
    way: str = "phone"
    number: str = ""
    note: str = ""


@everything()
def take_letter(*, id: UUID, letter, unit, by, at, content=b"") -> Incoming:
    """Take in a letter (Letter); `content` is the file as storage.read gave it. Sent twice it is one.

    Raises Refused where nobody there can be called back, nobody knows the disease, or it came after now.
    """
    if there := Incoming.objects.filter(pk=id).first():
        return there
    if not (letter.county.strip() and letter.liaison.strip() and letter.phone.strip()) or letter.way not in WAYS:
        raise Refused(_("请写清哪个县、谁、回拨电话：回执要发给他。"))
    if letter.came_at > at:
        raise Refused(_("收到的时间还没有到，请核对。"))
    if profile(letter.disease, day_of(at)) is None:
        raise Refused(_("疾病档案里没有这种病，请先加上。"))
    made = Incoming(id=id, unit=unit, year=day_of(at).year, county=letter.county.strip(), liaison=letter.liaison.strip(),
                    phone=letter.phone.strip(), came_at=letter.came_at, way=letter.way, their_number=letter.number.strip(),
                    disease=letter.disease, note=letter.note.strip(), has_file=bool(content), by=by, at=at)
    with transaction.atomic():
        rows.one_at_a_time(NUMBERS)
        last = Incoming.objects.filter(year=made.year).aggregate(last=Max("serial"))["last"] or 0
        made.serial = last + 1
        if content:
            LETTERS.keep(made.pk, content)
        rows.insert([made])
        [told] = advance([made], "take_letter", flow="incoming", by=by, at=at)
        made.because = told.id
        rows.amend([made], "because")
        open_turns("incoming", [made], at=at)
    return made


@everything()
def send_receipt(*, incoming, name, phone, way, sent_at, by, at):
    """The receipt has gone out: who took over here, on which phone he is called back, when it was sent and how."""
    if not (name.strip() and phone.strip()) or way not in WAYS:
        raise Refused(_("请写清本县谁接管、回拨电话是多少。"))
    if not incoming.came_at <= sent_at <= at:
        raise Refused(_("回执时间不对：不能早于来函，也不能在以后。"))
    incoming.receipt_name, incoming.receipt_phone, incoming.receipt_way = name.strip(), phone.strip(), way
    incoming.receipted_at = sent_at
    return advance([incoming], "send_receipt", flow="incoming", by=by, at=at,
                   also=("receipt_name", "receipt_phone", "receipt_way", "receipted_at"))


@everything()
def settle(*, incoming, by, at):
    """Something is known of everybody it names; Refused where of somebody nothing is."""
    if not incoming.people.exists():
        raise Refused(_("来函里的人还没有登记，一个都没有就不能算落实。"))
    if left := incoming.people.filter(found="").count():
        raise Refused(_("还有 {n} 人没有下落：接管了、不在本县还是没有找到，先记下。").format(n=left))
    incoming.closed_at = at
    return advance([incoming], "settle", flow="incoming", by=by, at=at, also=("closed_at",))


@everything()
def void_letter(*, incoming, by, at):
    """That county takes it back: a line for each of its people, so that somebody looks at what he is under."""
    incoming.closed_at = at
    with transaction.atomic():
        [told] = advance([incoming], "void_letter", flow="incoming", by=by, at=at, also=("closed_at",))
        named = incoming.people.exclude(kind="case").order_by("pk")
        journal.write([line_of(one, "transfers.let_go", kind="named", by=by, at=at, because=told.id) for one in named])


@everything()
def open_letter(*, incoming, by, at) -> bytes | None:
    """The letter as it came; who opens it is written down with whom it names. None where no file came."""
    content = LETTERS.content(incoming.pk)
    if content is not None:
        _told(incoming, "transfers.open_letter", by, at)
    return content


@everything()
def print_receipt(*, incoming, by, at):
    """Print the receipt, which bears full names; returns its line."""
    return _told(incoming, "transfers.print_receipt", by, at)


def _told(incoming, verb, by, at):
    people = list(incoming.people.values_list("person_id", flat=True))
    with transaction.atomic():
        told = line_of(incoming, verb, kind="incoming", by=by, at=at, data={"reason": "paper", **told_of(people)})
        journal.write([told])
        journal.touch(told, people)
    return told


def county_of(unit) -> Unit:
    """The county a unit lies in."""
    return Unit.objects.get(pk=unit.ancestor_ids[0]) if unit.parent_id else unit
