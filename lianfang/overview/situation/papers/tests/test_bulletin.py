"""The bulletin: the same figures in PDF and Word, changes in words, corrections in the open, three signatures, frozen."""
import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from docx.shared import Length
from pypdf import PdfReader

from lianfang.ground.days import moment
from lianfang.overview.situation.papers import Bulletin, Correction, Figure, Section, Signature
from tests.reading import pages, text, word_text

DAY = date(2020, 3, 18)
FIXED = Correction(
    issue="第57期", label="集中隔离", reported=216, correct=215, unit="人", because="三岔口镇重复登记1人",
    at=moment(DAY, "09:10"), approved_by="罗文舒",
)
FIGURES = (
    Figure(label="在管（人）", now=1206, before=1232, is_total=True),
    Figure(label="居家健康监测", now=402, before=418, level=1),
    Figure(label="居家隔离", now=586, before=596, level=1),
    Figure(label="集中隔离", now=214, before=215, level=1, before_corrected=FIXED),
    Figure(label="转诊留院", now=4, before=3, level=1),
    Figure(label="当日新纳入", now=37, before=37),
    Figure(label="晚检完成率（20时截止）", now="95.4%", before="未开始", change="差 55 人"),
    Figure(label="累计排查（人次）", now=1234567, before="无"),
)
BULLETIN = Bulletin(
    issue=58, edition="晚", serial="QH-2020-058", issuer="青禾县疫情防控工作领导小组（指挥部）办公室", issued_on=DAY,
    cut_off_at=moment(DAY, "18:45"), previous_at=moment(DAY, "07:45"),
    summary=("截至3月18日18时45分，全县在管1206人；仍在隔离800人。",), figures=FIGURES,
    signatures=(
        Signature(act="制表", name="岳小满", at=moment(DAY, "18:47")),
        Signature(act="核稿", name="罗文舒", at=moment(DAY, "18:51")),
        Signature(act="签发", name="郑怀远", at=moment(DAY, "18:55")),
    ),
    journal_position=184223, journal_hash="3f9ac2d81b07aa55",
)
FOOTNOTE = "*更正：第57期“集中隔离”原报216人，应为215人（三岔口镇重复登记1人）。3月18日9时10分更正，核准人罗文舒。"


def both(bulletin):
    """The text of the PDF and of the Word file."""
    return text(bulletin.pdf()), word_text(bulletin.docx())


def test_head_figures_signatures_and_foot_stand_in_both():
    wanted = [
        "疫情防控日报", "第58期（晚）", "签发人：郑怀远", "青禾县疫情防控工作领导小组（指挥部）办公室", "2020年3月18日", "一、总体情况",
        "截至3月18日18时45分，全县在管1206人；仍在隔离800人。", "二、主要数据", "18日18:45", "18日07:45", "制表岳小满18:47",
        "核稿罗文舒18:51", "签发郑怀远18:55", "印章处", "数字已冻结：2020-03-1818:45", "编号QH-2020-058", f"校验码{BULLETIN.check_code}",
        "日志封至第184223条3f9ac2d81b07",
    ]
    for paper in both(BULLETIN):
        assert [words for words in wanted if words not in paper] == []


def test_each_row_has_its_two_figures_and_the_change_in_words_in_both():
    rows = [
        "1在管（人）12061232减26", "2居家健康监测402418减16", "4集中隔离214215*减1", "5转诊留院43增1", "6当日新纳入3737持平",
        "7晚检完成率（20时截止）95.4%未开始差55人", "8累计排查（人次）1234567无—",
    ]
    for paper in both(BULLETIN):
        assert [row for row in rows if row not in paper] == []


def test_the_word_table_holds_the_same_rows_parts_indented_and_wholes_bold():
    table = Document(io.BytesIO(BULLETIN.docx())).tables[0]
    assert len(table.rows) == 1 + len(FIGURES)
    whole, part = table.rows[1].cells[1], table.rows[2].cells[1]
    assert whole.text == "在管（人）" and whole.paragraphs[0].runs[0].bold
    assert part.text == "　　居家健康监测" and not part.paragraphs[0].runs[0].bold


def test_it_keeps_the_margins_of_official_paper():
    page = Document(io.BytesIO(BULLETIN.docx())).sections[0]
    width = page.page_width - page.left_margin - page.right_margin
    height = page.page_height - page.top_margin - page.bottom_margin
    assert [round(length.mm) for length in (page.top_margin, page.left_margin, Length(width), Length(height))] == [37, 28, 156, 225]
    left = []
    PdfReader(io.BytesIO(BULLETIN.pdf())).pages[0].extract_text(
        visitor_text=lambda words, outer, matrix, _font, _size: left.append(outer[4] + matrix[4]) if words.strip() else None
    )
    assert min(left) >= 28 / 25.4 * 72 - 1


def test_a_correction_shows_both_figures_who_approved_and_when():
    for paper in both(BULLETIN):
        assert FOOTNOTE in paper and paper.count("215*") == 1


def test_several_corrections_have_marks_of_their_own():
    other = replace(FIXED, issue="本期", label="居家隔离", reported=585, correct=586)
    figures = (*FIGURES[:2], replace(FIGURES[2], now_corrected=other), *FIGURES[3:])
    for paper in both(replace(BULLETIN, figures=figures)):
        assert "586*596" in paper and "215**" in paper and "**更正：第57期" in paper and "原报585人，应为586人" in paper


def test_without_corrections_there_is_no_footnote():
    figures = tuple(replace(figure, before_corrected=None) for figure in FIGURES)
    for paper in both(replace(BULLETIN, figures=figures)):
        assert "更正" not in paper and "*" not in paper


def test_the_check_code_stands_for_figures_cut_off_and_journal_head():
    others = [
        replace(BULLETIN, figures=(replace(FIGURES[0], now=1207), *FIGURES[1:])),
        replace(BULLETIN, cut_off_at=moment(DAY, "19:00")),
        replace(BULLETIN, journal_hash="4f9ac2d81b07aa55"),
        replace(BULLETIN, journal_position=184224),
        replace(BULLETIN, serial="QH-2020-059"),
    ]
    assert len({BULLETIN.check_code, *(other.check_code for other in others)}) == 6


def test_a_reprint_with_a_correction_keeps_the_code_of_what_was_reported():
    found = replace(FIXED, issue="本期", label="在管（人）", reported=1206, correct=1205)
    reprint = replace(BULLETIN, figures=(replace(FIGURES[0], now=1205, now_corrected=found), *FIGURES[1:]))
    assert reprint.check_code == BULLETIN.check_code
    assert "12051232" not in text(reprint.pdf()) and "1205*1232减27" in text(reprint.pdf())


def test_an_unsigned_one_says_so_and_names_no_signer():
    draft = replace(BULLETIN, signatures=(*BULLETIN.signatures[:2], Signature(act="签发", name="郑怀远")))
    for paper in both(draft):
        assert "未签发" in paper and "签发未签" in paper and "郑怀远" not in paper


def test_the_first_issue_has_no_last_one():
    for paper in both(replace(BULLETIN, previous_at=None)):
        assert "上期无" in paper


def test_fourteen_rows_stand_on_one_page_and_many_run_on_under_the_same_heads():
    assert len(pages(replace(BULLETIN, figures=(FIGURES * 2)[:14]).pdf())) == 1
    long = pages(replace(BULLETIN, figures=FIGURES * 6).pdf())
    assert len(long) == 2 and all("序指标本期18日18:45上期18日07:45比上期" in page and "数字已冻结" in page for page in long)
    assert "—1—" in long[0] and "—2—" in long[1] and "48累计排查" in long[1] and "印章处" in long[1]


def test_further_sections_are_counted_on():
    more = replace(BULLETIN, sections=(Section("需要注意", ("乌兰草甸蒙古族乡晚检还差12人。",)), Section("明日安排", ("开会。", "排查。"))))
    for paper in both(more):
        assert "三、需要注意乌兰草甸蒙古族乡晚检还差12人。四、明日安排开会。排查。" in paper


@pytest.mark.parametrize("words", ["#panic()", "{{ 7*7 }}", "<w:t>", "𬭎㛃"])
def test_hostile_and_rare_words_are_printed_as_they_stand(words):
    odd = replace(BULLETIN, summary=(words,), figures=(Figure(label=words, now=1, before=0), *FIGURES))
    for paper in both(odd):
        assert paper.count("".join(words.split())) == 2


def test_demo_paper_says_so():
    for plain, drill in zip(both(BULLETIN), both(replace(BULLETIN, is_drill=True)), strict=True):
        assert "演练数据" not in plain and "演练数据" in drill
