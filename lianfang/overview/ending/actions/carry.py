"""What is carried out once it has cooled: part by part, each noted when it is done; killed half way, the next start goes on."""
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import SHANGHAI, now
from lianfang.ground.indicators.suppress import suppressed
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import chain, line
from lianfang.ground.keeping import erase, replica
from lianfang.ground.keeping.renew import StillUsed, renew, standing
from lianfang.ground.retention import whole
from lianfang.ground.units.renumber import renumber
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.response.isolation.queries.tallies import tallies

from ..certificate import digest
from ..models import Ending, Statistic
from ..queries import KEYS, PARTS, staying, uploads
from ..words import WAITS
from .decide import post

LEASE = timedelta(minutes=30)
BUSY = {erase.StillRead: "read", StillUsed: "used", replica.StillFollowed: "followed"}


@everything()
def carry_out(*, ending, by, at):
    """Begin: from here it cannot be revoked. Raises Refused while it cools. What follows is `go_on`'s, here or by the clock."""
    post(by, ending.unit, at)
    if ending.state == "cooling" and at < ending.cooling_until:
        raise Refused(_("还在冷静期，到 {until:%Y-%m-%d %H:%M} 才能开始删除。").format(until=ending.cooling_until.astimezone(SHANGHAI)))
    ending.begun_at = at
    return advance([ending], "carry_out", flow="ending", by=by, at=at, also=("begun_at",))


@everything()
def go_on(*, ending, by, at, tell=lambda part, done, whole: None) -> bool:
    """Do every part that is not done yet, then certify; False where somebody else is at it.

    Raises Refused, to be tried again, while another program does not let go of the database or of the old keys.
    """
    free = Ending.objects.filter(Q(leased_until=None) | Q(leased_until__lt=at), pk=ending.pk, state="carrying")
    if not free.update(leased_until=at + LEASE):
        return False
    ending.refresh_from_db()
    mine, waits = Ending.objects.filter(pk=ending.pk), ""
    try:
        for part in PARTS:
            if part not in ending.done:
                mine.update(leased_until=now() + LEASE)
                DO[part](ending, by, at, lambda done, of, part=part: tell(part, done, of))
                ending.done = [*ending.done, part]
                rows.amend([ending], "done")
        ended_at = now()  # what is written from here on is no part of it
        _rows(ending, by, ended_at, lambda done, of: None)
        _places(ending, by, ended_at, tell)
        _finish(ending, by, ended_at)
    except tuple(BUSY) as busy:
        waits = BUSY[type(busy)]
        raise Refused(str(WAITS[waits])) from busy
    finally:
        mine.update(leased_until=None, waits_for=waits)
    return True


def _figures(ending, by, at, tell):
    """What stays is counted while there is something to count."""
    cells = {kind: suppressed(found, ending.least) for kind, found in tallies().items()}
    with transaction.atomic():
        Statistic.objects.filter(ending=ending).delete()
        Statistic.objects.bulk_create([Statistic(ending=ending, kind=kind, row=row, column=column, value=number)
                                       for kind, table in cells.items() for (row, column), number in sorted(table.items())])


def _rows(ending, by, at, tell):
    whole.empty(whole.going(at), staying(), _noting(ending, by, at), tell)


def _noting(ending, by, at):
    """What a transaction took is added up and told in it."""
    def told(found):
        ending.gone = ending.gone | {label: ending.gone.get(label, 0) + number for label, number in found.items()}
        rows.amend([ending], "gone")
        journal.write([line("ending.delete", kind="ending", record=ending.pk, by=by.id, at=at, unit=ending.unit_id, because=ending.because,
                            data={"rows": found})])

    return told


def _places(ending, by, at, tell):
    whole.blank(whole.losing(at), _noting(ending, by, at))


def _numbers(ending, by, at, tell):
    renumber(by=by, at=at)


def _files(ending, by, at, tell):
    """Counted before they go: a start after a kill finds fewer. What a replica holds goes once whoever follows has let go."""
    found = uploads()
    _note(ending, "files", len(found))
    for place, path in enumerate(found):
        tell(place, len(found))
        erase.shred(path)
    for folder in Path(settings.HOME).glob("before-*"):
        erase.shred_all(folder)
    _note(ending, "replica", replica.drop())


def _keys(ending, by, at, tell):
    """Every copy of what was sealed so far is closed for good: the numbers are noted first, so that a start after a kill knows them."""
    for kind, numbers in standing().items():
        _note(ending, KEYS[kind], numbers)
    renew(old={kind: ending.gone[noted] for kind, noted in KEYS.items()}, by=by, at=at, tell=tell)


def _note(ending, what, found):
    """Written down once."""
    if what not in ending.gone:
        ending.gone = ending.gone | {what: found}
        rows.amend([ending], "gone")


def _pages(ending, by, at, tell):
    """What somebody wrote since it was emptied or blanked goes too; then nothing of either stays in the file."""
    _rows(ending, by, at, lambda done, of: None)
    _places(ending, by, at, tell)
    erase.erase(whole.going(at), tell)
    replica.resume()


DO = dict(zip(PARTS, (_figures, _rows, _places, _numbers, _files, _keys, _pages), strict=True))


def _finish(ending, by, at):
    """The certificate's hash over what was done, and the journal's head it stands on."""
    journal.seal()
    ending.position, ending.head, ending.ended_at = chain.count(), chain.head(), at
    ending.digest = digest(ending)
    also = ("position", "head", "ended_at", "digest")
    advance([ending], "finish", flow="ending", by=by, at=at, also=also, content=lambda e: {"digest": e.digest, "gone": e.gone})
    journal.seal()
