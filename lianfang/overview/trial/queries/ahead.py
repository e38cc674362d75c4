"""Rules that were approved and wait for their hour, with what they would change; and the trials of a version, for its own page."""
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import decisions
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import SHANGHAI
from lianfang.ground.workflow import ahead
from lianfang.ground.workflow.agenda import TONGUES, both

from ..models import Trial
from .figures import IN_A_ROOM
from .trials import is_stale, rehearsed, trial_day


@everything()
def rehearsed_ahead(unit, at) -> list[ahead.Coming]:
    """Each of those versions with how many are under a measure on its first day, as it stands and as it would be."""
    return [ahead.Coming(ahead.REHEARSED, _title(version), version.from_at,
                         note=_note(trial), url=reverse("trial:trial", args=[trial.pk]) if trial else "", record=version.pk)
            for version, trial in rehearsed(at) if version.area.path.startswith(unit.path)]


def _title(version) -> dict:
    """The table and the mark, in both languages."""
    words = decisions.shipped(version.table).labels.get(f"{version.table}.csv") or (version.table, version.table)
    return {tongue: f"{word} {version.mark}" for tongue, word in zip(TONGUES, words, strict=False)}


def _note(trial) -> dict:
    if trial is None:
        return both(gettext_lazy("没有试过"))
    (was, will), (rooms, rooms_then) = bound(trial)
    words = gettext_lazy("试算受管 {was} → {will} 人，隔离房间 {rooms} → {then} 间（有 {there} 间）")
    changed = gettext_lazy("试算受管 {was} → {will} 人，隔离房间 {rooms} → {then} 间（有 {there} 间；算好以后草案改过）")
    return both(changed if is_stale(trial) else words, was=was, will=will, rooms=rooms, then=rooms_then, there=trial.needs["rooms"])


def bound(trial) -> tuple[list[int], list[int]]:
    """How many are under a measure on the day a trial begins, and how many in rooms: each as it stands, and as it would be."""
    day, people, rooms = min((trial.plan_on - trial_day(trial)).days, trial.days - 1), [0, 0], [0, 0]
    for group in trial.groups.all():
        for side, measures in enumerate((group.old, group.new)):
            people[side] += group.people * (measures[day] != "-")
            rooms[side] += group.people * (measures[day] == IN_A_ROOM)
    return people, rooms


def trials_beside(record) -> list[tuple]:
    """What the page of a version leads to: its trials within the reader's scope, the newest first."""
    return [(_("{at} 试算").format(at=f"{one.at.astimezone(SHANGHAI):%m-%d %H:%M}"), reverse("trial:trial", args=[one.pk]))
            for one in Trial.objects.filter(version=record).exclude(done_at=None).order_by("-at", "-pk")]
