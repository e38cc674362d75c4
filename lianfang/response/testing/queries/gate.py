"""The gate back to work: what is asked of somebody, what of it is there, what is missing in plain words, and until when it holds."""
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from lianfang.ground.days import SHANGHAI
from lianfang.ground.documents import sign, verify
from lianfang.registers.people.queries.bound import bound

from ..models import KINDS, Outcome, WorkPass

KIND = "W"
A_YEAR = 1_000_000


@dataclass(frozen=True)
class Asked:
    """One test: valid so many days as the table asks (None: nobody asked, but it stands against him); the last, until when it counts."""

    kind: str
    days: int | None
    last: Outcome | None
    at: datetime

    @property
    def until(self) -> datetime | None:
        """Until when the last one counts."""
        return self.last.taken_at + timedelta(days=self.days) if self.last and self.days is not None else None

    @property
    def is_met(self) -> bool:
        """Whether it is fit and still counts."""
        return bool(self.last and self.last.is_fit and (self.until is None or self.until > self.at))

    @property
    def lacking(self) -> str:
        """What is missing, in plain words; '' where nothing is."""
        word = str(KINDS[self.kind])
        if self.is_met:
            return ""
        if self.last is None:
            return _("{test}：还没有结果，要 {n} 天内的").format(test=word, n=self.days)
        on = f"{self.last.taken_at.astimezone(SHANGHAI):%Y-%m-%d}"
        if not self.last.is_fit:
            return _("{test}：{on} 的结果不合格，要复核").format(test=word, on=on)
        return _("{test}：{on} 采样，过了 {n} 天，要重做").format(test=word, on=on, n=self.days)


def asked_of(work_pass, at) -> list[Asked]:
    """The tests that the row of its verdict asks for, each with the last that is known; and any other whose last was not fit."""
    known: dict = {}
    for one in Outcome.objects.filter(person=work_pass.person_id, taken_at__lte=at).order_by("taken_at"):
        known[one.kind] = one
    asked = {kind: work_pass.verdict.result.get(kind) for kind in KINDS}
    return [Asked(kind, days, known.get(kind), at) for kind, days in asked.items()
            if days is not None or (kind in known and not known[kind].is_fit)]


def held_back(work_pass) -> str:
    """That somebody may not leave where he is, whatever his tests say; '' of whom nothing binds."""
    return _("还在隔离管控中，解除以后才能返岗") if bound([work_pass.person_id]) else ""


def holds_until(work_pass, at) -> datetime:
    """Until when a pass given now holds: its own days, and no longer than any test it rests on."""
    ends = [one.until for one in asked_of(work_pass, at) if one.until]
    return min([at + timedelta(days=work_pass.verdict.result["pass"]), *ends])


def is_valid(work_pass, at) -> bool:
    """Whether it opens the firm's door at a moment: given, not over, and neither a result since nor an order says otherwise."""
    stands = work_pass.state == "allowed" and at < work_pass.until_at and not held_back(work_pass)
    return stands and all(one.last is None or one.last.is_fit for one in asked_of(work_pass, at))


def pass_code(work_pass) -> str:
    """The code on the paper."""
    return sign(KIND, work_pass.year * A_YEAR + work_pass.serial)


def pass_of_code(code) -> WorkPass | None:
    """The pass a code stands for, whoever asks within his reach."""
    found = verify(code or "")
    if found is None or found.kind != KIND:
        return None
    year, serial = divmod(int(found.id), A_YEAR)
    return WorkPass.objects.select_related("person", "firm", "verdict").filter(year=year, serial=serial).first()


def pass_named(pk) -> WorkPass | None:
    """A pass within the reader's reach."""
    return WorkPass.objects.select_related("person", "firm", "verdict", "unit", "allowed_by").filter(pk=pk).first()
