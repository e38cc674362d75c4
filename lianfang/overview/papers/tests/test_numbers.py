"""Every number on the standard papers is a figure of an indicator, or what two of them differ by."""
import io
import re
from datetime import timedelta
from itertools import count, product

from docx import Document
from docx.oxml.ns import qn

from lianfang.ground.indicators import INDICATORS
from lianfang.overview.ledger.models import Line
from lianfang.overview.papers import actions
from lianfang.overview.papers.forms import WEEKLY
from lianfang.overview.papers.papers.weekly import printed
from lianfang.overview.papers.views.papers import PRESS
from lianfang.overview.situation import actions as situation
from lianfang.overview.situation import queries as bulletins
from lianfang.overview.situation.models import BulletinFigure
from lianfang.overview.situation.papers.rows import summary

from .conftest import CUT, LATER, ON

NUMBER = re.compile(r"\d+(?:\.\d+)?")
FRAME = re.compile(r"\d{4}年\d+月\d+日|\d+月\d+日(?:\d+时(?:\d+分)?)?|\d{4}-\d\d-\d\d \d\d:\d\d|\d\d-\d\d \d\d:\d\d|\d+日\d\d:\d\d"
                   r"|\d{4}年第\d+期|第\d+期|编号 \S+|校验码 \S+|日志封至第\d+条.*|（3＋4）")


def pieces(content) -> list[str]:
    """What stands in each paragraph and cell of a Word file, its foot too."""
    paper = Document(io.BytesIO(content))
    roots = [paper.element.body, *(section.footer._element for section in paper.sections)]
    return ["".join(text.text or "" for text in one.iter(qn("w:t"))) for root in roots for one in root.iter(qn("w:p"))]


def told_by(content, figures, rows):
    """The numbers on a paper that are no figure, no difference of two, and no day, hour, running number or number of an issue."""
    differ = {abs(one - other) for one, other in product(figures, figures)}
    own = {row["place"] for row in rows} | {row["label"].strip() for row in rows}
    said = [FRAME.sub("、", one) for one in pieces(content) if one.strip() not in own]
    return [n for one in said for n in NUMBER.findall(one) if int(float(n)) not in figures and int(float(n)) not in differ]


def strange(desk, on, start):
    """A day whose figures nobody would guess."""
    cut, numbers = desk.book(on), count(start, 7)
    for line in Line.objects.filter(cut=cut):
        line.figures = {code: next(numbers) for code in INDICATORS}
        line.save()
    return cut


def test_of_the_weekly_bulletin_and_the_release(desk):
    for back, start in ((7, 10_000_000), (1, 30_000_000), (0, 50_000_000)):
        strange(desk, ON - timedelta(days=back), start)
    for kind, words in (("weekly", WEEKLY), ("press", PRESS)):
        one = actions.draft_paper(kind=kind, unit=desk.county, on=ON, title="材料", words=words, by=desk.cast.officer, at=LATER)
        paper = printed(one, is_drill=False)
        told = set(one.figures.values_list("value", flat=True))
        content = paper.docx()
        assert len(told & {int(n) for said in pieces(content) for n in NUMBER.findall(said) if "." not in n}) >= 6
        assert told_by(content, told, paper.values.get("figures", [])) == []


def test_of_the_daily_bulletin(desk):
    issue = situation.freeze(unit=desk.county, cut_off_at=CUT, by=desk.cast.officer, at=LATER)
    numbers = count(10_000_000, 7)
    for one in BulletinFigure.objects.filter(bulletin=issue):
        one.value, one.previous, one.out_of, one.previous_out_of = next(numbers), next(numbers), None, None
        one.save()
    found = bulletins.figures_of(issue)
    issue.summary = summary(CUT, found)
    paper = bulletins.paper(issue)
    told = {n for one in issue.figures.all() for n in (one.value, one.previous)} | {found["managed"] + found["unmanaged"]}
    assert told_by(paper.docx(), told, paper.words()["figures"]) == []
