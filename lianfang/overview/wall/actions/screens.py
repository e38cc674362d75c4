"""Screens: a key issued, paired by its code, steered, revoked. Only who leads a unit puts up a screen that shows it."""
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused

from ..models import PANELS, TONGUES, Screen
from ..queries.screens import key_digest
from ..rules import placed, term
from .counting import count

RIGHT, SHOWN_OF = "urge", ("county", "township")
CODE_DIGITS, KEY_BYTES = 8, 32
SEEN_EVERY = timedelta(minutes=1)  # how often a look is written down: all that asks for is whether somebody still looks


@everything()
def issue_key(*, unit, name, language="zh-hans", by, at) -> tuple[Screen, str]:
    """A screen of a unit and the code that pairs it once, which nobody is told again."""
    _may(by, unit, at)
    name = name.strip()
    if not name:
        raise Refused(_("请写这块屏在哪里，例如：指挥部一楼。"))
    if unit.level not in SHOWN_OF:
        raise Refused(_("大屏只给县、乡镇（街道）用：再小的单位，数字会认出人。"))
    if language not in TONGUES:
        raise Refused(_("请选大屏上用哪种文字。"))
    made = Screen(id=uuid7(), unit=unit, name=name, language=language, made_by=by, made_at=at, until_at=_end(at))
    code = _coded(made, at)
    with transaction.atomic():
        rows.insert([made])
        _tell(made, "issue_key", by.id, at)
    return made, code


@everything()
def renew_code(*, screen, by, at) -> str:
    """Another code, for another browser of the same screen; what was paired before is shut out once it is used."""
    with transaction.atomic():
        screen = _standing(screen, by, at)
        code = _coded(screen, at)
        rows.amend([screen], "code", "code_until", "tries")
        _tell(screen, "renew_code", by.id, at)
    return code


def _end(at):
    """Until when a key holds that is handed out now."""
    return at + timedelta(days=term("key_days", day_of(at)))


def _coded(screen, at) -> str:
    code = "".join(secrets.choice("0123456789") for _digit in range(CODE_DIGITS))
    screen.code, screen.tries = key_digest(code), 0
    screen.code_until = at + timedelta(minutes=term("code_minutes", day_of(at)))
    return code


@everything()
def pair(*, code, at) -> tuple[Screen, str]:
    """The screen of a code and the key its browser carries from now on. Raises Refused for a code that is none, was used or is too old;
    a wrong one counts against every code that waits, so that nobody tries them all."""
    digest = key_digest("".join(sign for sign in code if sign.isdecimal()))
    with transaction.atomic():
        waiting = list(Screen.objects.select_for_update().filter(code_until__gt=at, revoked_at=None).exclude(code=""))
        screen = next((one for one in waiting if secrets.compare_digest(one.code, digest)), None)
        if screen is not None:
            key = secrets.token_urlsafe(KEY_BYTES)
            screen.key, screen.code, screen.code_until, screen.paired_at, screen.seen_at = key_digest(key), "", None, at, at
            screen.until_at = _end(at)
            rows.amend([screen], "key", "code", "code_until", "paired_at", "seen_at", "until_at")
            _tell(screen, "pair", screen.made_by_id, at)
        else:
            _missed(waiting, at)
    if screen is None:
        raise Refused(_("配对码不对，或者已经用过、过期了。请值班员再给一个。"))
    count(unit=screen.unit, at=at)
    return screen, key


def _missed(waiting, at):
    for one in waiting:
        one.tries += 1
        if one.tries >= term("tries", day_of(at)):
            one.code, one.code_until = "", None
    if waiting:
        rows.amend(waiting, "tries", "code", "code_until")


@everything()
def revoke_key(*, screen, by, at):
    """It shows nothing any more, from its next question on."""
    with transaction.atomic():
        screen = _standing(screen, by, at)
        screen.revoked_at, screen.key, screen.code, screen.code_until = at, "", "", None
        rows.amend([screen], "revoked_at", "key", "code", "code_until")
        _tell(screen, "revoke_key", by.id, at)


@everything()
def steer(*, screen, by, at, figure=None, panel=None, is_paused=None) -> Screen:
    """What a screen shows next; what is not said stays. The journal is told of who may look, not of each press."""
    with transaction.atomic():
        screen = _standing(screen, by, at)
        if figure is not None and figure not in {one.code for one in placed(day_of(at)) if one.is_on_map}:
            raise Refused(_("这个数不在大屏的地图上。"))
        if panel is not None and panel not in PANELS:
            raise Refused(_("大屏没有这一版面。"))
        screen.figure = screen.figure if figure is None else figure
        screen.panel = screen.panel if panel is None else panel
        screen.is_paused = screen.is_paused if is_paused is None else is_paused
        screen.version += 1
        rows.amend([screen], "figure", "panel", "is_paused", "version")
    return screen


@everything()
def see(*, screen, at):
    """Somebody looks; written down once a minute. The first who looks after a while has the figures counted at once."""
    last = screen.seen_at
    if last and last <= at < last + SEEN_EVERY:
        return
    Screen.objects.filter(pk=screen.pk).update(seen_at=at)
    if last is None or at - last > timedelta(minutes=term("looked", day_of(at))):
        count(unit=screen.unit, at=at)


def _standing(screen, by, at) -> Screen:
    found = Screen.objects.select_for_update(of=("self",)).select_related("unit").get(pk=screen.pk)
    _may(by, found.unit, at)
    if found.revoked_at:
        raise Refused(_("这块屏已经停用了。"))
    return found


def _may(by, unit, at):
    if not by.is_program and not may_do(by, RIGHT, unit, day_of(at)):
        raise Refused(_("{unit}的大屏，由能催办下级的值班员、领导管。").format(unit=unit.name))


def _tell(screen, verb, by, at):
    journal.write([line(f"wall.{verb}", kind="screen", record=screen.pk, by=by, at=at, unit=screen.unit_id)])
