"""Words with their figures: `【在管】` is the county's, `【禾阳街道·在管】` a town's; each from the ledger, signed, small ones left out."""
import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground import indicators
from lianfang.ground.accounts.scope import everything
from lianfang.ground.documents.wording import moment_words
from lianfang.ground.indicators import INDICATORS
from lianfang.ground.indicators.suppress import family, left_out, splits
from lianfang.ground.units.models import Unit
from lianfang.overview.ending import rules as ending

from ..models import KINDS, Paper, Told

MARK = re.compile(r"【([^【】]*)】")
BETWEEN, UNTIL = "·", "截至"
TOLD_OF = ("approved", "published")
NOT_TOLD = "（不单列）"  # the same for all that is left out: which are small would tell the others


@dataclass(slots=True)
class Piece:
    """A stretch of words: plain, or a figure with what it is, where and as of when, and its value."""

    text: str
    code: str = ""
    unit: Unit | None = None
    value: int | None = None
    label: str = ""


@dataclass(slots=True)
class Filled:
    """Words with their figures put in, and what is wrong with them, each in a sentence."""

    pieces: list[list[Piece]]
    wrong: list[str] = field(default_factory=list)

    @property
    def paragraphs(self) -> list[str]:
        """As plain text."""
        return ["".join(piece.text for piece in line) for line in self.pieces]

    @property
    def told(self) -> list[Piece]:
        """Each figure once."""
        return list({(one.unit.pk, one.code): one for line in self.pieces for one in line if one.code}.values())


@everything()
def filled(words, book, at, *, is_public, kept=None) -> Filled:
    """The words with the figures of a cut-off (`indicators.book`) in them; what asks for no figure of it, or for one not signed, is said.

    For the public small cells are left out. `kept`, {(unit id, code): Told}, is what a paper has told already: that stands.
    """
    units = {unit.name: unit for unit in Unit.objects.filter(Q(pk=book.unit.pk) | Q(parent=book.unit))}
    found, hidden = Filled([]), _hidden(words, book, at) if is_public else set()
    for line in filter(None, (line.strip() for line in words.splitlines())):
        parts = MARK.split(line)
        found.pieces.append([piece for n, part in enumerate(parts) if part or n % 2
                             for piece in [_figure(part, book, units, hidden, kept or {}, found.wrong) if n % 2 else Piece(part)]])
    if found.told and not book.signed_at:
        labels = "、".join(dict.fromkeys(one.label for one in found.told))
        says = _("{on} 的数字还没有签核，不能写进材料：{labels}。请先到统计台账签核。")
        found.wrong.append(says.format(on=book.on.isoformat(), labels=labels))
    found.wrong = list(dict.fromkeys(found.wrong))
    return found


def _figure(name, book, units, hidden, kept, wrong) -> Piece:
    if name == UNTIL:
        return Piece(moment_words(book.cut_off_at))
    place, code = _asked(name)
    unit = units.get(place) if place else book.unit
    value = book.stands.get(unit.pk, {}).get(code) if unit else None
    if value is None:
        wrong.append(_unknown(name, place, units))
        return Piece(f"【{name}】")
    label, told = INDICATORS[code].label["zh"], kept.get((unit.pk, code))
    if told is not None:
        shown, value = told.shown, told.value
    else:
        shown = NOT_TOLD if (unit.pk, code) in hidden else str(value)
    return Piece(shown, code, unit, value, f"{unit.name} {label}" if place else label)


def _asked(name) -> tuple[str, str]:
    """The unit's name, '' for the county, and the indicator's code."""
    place, _dot, label = name.rpartition(BETWEEN)
    found = [one.code for one in INDICATORS.values() if label.strip() in (one.code, one.label["zh"])]
    return place.strip(), found[0] if len(found) == 1 else ""


def _unknown(name, place, units) -> str:
    if place and place not in units:
        return _("【{name}】：没有“{place}”这个单位；可以写：{known}。").format(name=name, place=place, known="、".join(units))
    labels = [one.label["zh"] for one in INDICATORS.values()]
    label = name.rpartition(BETWEEN)[2].strip()
    if labels.count(label) > 1:
        codes = "、".join(f"【{one.code}】" for one in INDICATORS.values() if one.label["zh"] == label)
        return _("【{name}】不止一个指标叫这个名字，请写代号：{codes}。").format(name=name, codes=codes)
    near = get_close_matches(label, labels, 5, 0.3) or labels[:5]
    return _("【{name}】不是统计台账里的指标；相近的有：{known}。").format(name=name, known="、".join(f"【{one}】" for one in near))


def _hidden(words, book, at) -> set[tuple[int, str]]:
    """What may not be told: fewer than the county's table says, or what would give such a one back.

    All units and all kindred figures are looked at, whichever the words ask for: two papers of one cut-off leave out the same.
    """
    least = ending.number("small_cell", at)
    codes, county = sorted(family({_asked(name)[1] for name in MARK.findall(words)} - {""})), book.unit.pk
    below = [pk for pk in book.stands if pk != county]
    cells = {(pk, code): book.stands[pk].get(code, 0) for pk in book.stands for code in codes}
    sums = [((county, code), tuple((pk, code) for pk in below)) for code in codes]
    sums += [((pk, whole), tuple((pk, part) for part in parts)) for pk in book.stands for whole, parts in splits(codes)]
    return left_out(cells, sums, lambda _cell: least)


def now_differs(paper) -> list[tuple[Told, int]]:
    """Figures it told that the ledger has otherwise by now, with what stands there."""
    books: dict = {}
    found = []
    for one in paper.figures.select_related("unit").order_by("cut_off_at", "code", "pk"):
        if one.cut_off_at not in books:
            books[one.cut_off_at] = indicators.book(paper.unit, one.cut_off_at)
        stands = books[one.cut_off_at].stands.get(one.unit_id, {}).get(one.code) if books[one.cut_off_at] else None
        if stands is not None and stands != one.value:
            found.append((one, stands))
    return found


def tellings(unit, cut_off_at):
    """The papers that told figures of a county at a cut-off."""
    papers = Paper.objects.filter(unit=unit, state__in=TOLD_OF, figures__cut_off_at=cut_off_at).distinct()
    for one in papers:
        codes = one.figures.filter(cut_off_at=cut_off_at).values_list("code", flat=True)
        yield indicators.Telling(name_of(one), reverse("papers:paper", args=[one.pk]), frozenset(codes))


def name_of(paper) -> str:
    """疫情防控周报 2020年第8期."""
    return _("{kind} {year}年第{n}期").format(kind=KINDS[paper.kind], year=paper.year, n=paper.number)


def paper_titles(ids) -> dict:
    """What is to be done with which paper."""
    says = {"drafted": _("审签：{paper}"), "approved": _("发布：{paper}")}
    return {one.pk: says[one.state].format(paper=name_of(one)) for one in Paper.objects.filter(pk__in=ids, state__in=says)}
