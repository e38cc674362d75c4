"""The number under which an act stands in the journal, as it is printed in the foot of what left the house; and who an act was about."""
import hashlib
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from ..days import SHANGHAI
from ..ids import floor
from .models import Line

SHOWN = 8  # of the 32 signs of an id: with the day enough to find one line among a day's


def number_of(line) -> str:
    """20200310-8F3A11C2: the day, and the end of the line's id."""
    return f"{line.at.astimezone(SHANGHAI):%Y%m%d}-{line.id.hex[-SHOWN:].upper()}"


def foot(line, who: str) -> str:
    """Who, when, and under which number: the foot of every page of what was taken away or printed."""
    return _("{who}　{at}　编号 {number}").format(who=who, at=f"{line.at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}", number=number_of(line))


def numbered(number: str) -> Line | None:
    """The line of a printed number; None where there is none."""
    day, _dash, end = number.strip().upper().partition("-")
    try:
        began = datetime.strptime(day, "%Y%m%d").replace(tzinfo=SHANGHAI)
    except ValueError:
        return None
    first, last = (floor(int((began + timedelta(days=days)).timestamp() * 1000)) for days in (0, 1))
    of_day = Line.objects.filter(at__gte=began, at__lt=began + timedelta(days=1))
    near = of_day.filter(id__gte=first, id__lt=last)
    return _ending(near, end) or _ending(of_day, end)  # ids run ahead of their day after the machine's clock did: then all are looked at


def _ending(lines, end) -> Line | None:
    """The one whose id ends so."""
    found = next((pk for pk in lines.values_list("id", flat=True) if pk.hex.endswith(end.lower()) and len(end) == SHOWN), None)
    return found and Line.objects.get(pk=found)


def told_of(subjects) -> dict:
    """What a line keeps of those it touched: how many, and a digest that no other list of people gives; nothing of nobody."""
    ids = sorted(subject.hex for subject in set(subjects))
    return {} if not ids else {"people": len(ids), "digest": hashlib.sha256("".join(ids).encode()).hexdigest()[:32]}
