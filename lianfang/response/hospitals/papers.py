"""The summary of a week as a Word document."""
import io

from django.utils.translation import gettext as _
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Pt

from .figures import GROUPS, RATES, full_label
from .models import AREAS


def title(found) -> str:
    """What it is called."""
    begin, end = found["monday"], found["sunday"]
    return _("院感防控周报汇总（{year}年{month}月{day}日—{month2}月{day2}日）").format(
        year=begin.year, month=begin.month, day=begin.day, month2=end.month, day2=end.day)


def rates(found) -> list[tuple]:
    """Which share of the whole each part is, over all that told: (label, 96.4%); a dash of none."""
    sums = found["sums"]
    return [(full_label(part), f"{min(round(100 * sums[part] / sums[whole], 1), 99.9 if sums[part] < sums[whole] else 100.0)}%"
             if sums[whole] else "—") for part, whole in RATES]


def by_area(found) -> list[tuple]:
    """Problems found in the week, the most first: (area, number)."""
    return [(AREAS[area], n) for area, n in found["areas"].most_common()]


def as_docx(found) -> bytes:
    """Landscape: who told what, sums and rates, who has not told, problems."""
    paper = Document()
    section = paper.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, section.page_height, section.page_width
    paper.add_heading(title(found), 1)
    paper.add_paragraph(_("应报 {all} 家，已报 {told} 家，按时 {n} 家；没有销号的问题 {open} 个。").format(
        all=len(found["lines"]), told=found["told"], n=found["in_time"], open=found["open"]))
    for group, fields in GROUPS:
        _table(paper, str(group), [str(label) for _name, label in fields], [name for name, _label in fields], found)
    paper.add_paragraph("；".join(f"{label} {rate}" for label, rate in rates(found)))
    paper.add_heading(_("还没有上报的"), 2)
    paper.add_paragraph("、".join(week.hospital.title for week, filing in found["lines"] if filing is None) or _("没有"))
    paper.add_heading(_("本周发现的问题"), 2)
    paper.add_paragraph("；".join(f"{area} {n}" for area, n in by_area(found)) or _("没有"))
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _table(paper, heading, labels, names, found):
    paper.add_heading(heading, 2)
    table = paper.add_table(rows=1, cols=1 + len(names))
    table.style = "Table Grid"
    told = [(week.hospital.title, filing) for week, filing in found["lines"] if filing]
    lines = [(title, [getattr(filing, name) for name in names]) for title, filing in told]
    lines.append((_("合计"), [found["sums"][name] for name in names]))
    for box, text in zip(table.rows[0].cells, [_("医院"), *labels], strict=True):
        box.text = text
    for label, numbers in lines:
        for box, text in zip(table.add_row().cells, [label, *map(str, numbers)], strict=True):
            box.text = text
            box.paragraphs[0].runs[0].font.size = Pt(9)
