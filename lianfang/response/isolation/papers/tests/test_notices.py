"""The start and release notices: one page, plain words, everything a person needs, the same in PDF and Word."""
import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from docx.shared import Pt

from lianfang.ground.days import moment
from lianfang.ground.documents import sign
from lianfang.response.isolation.papers import ReleaseNotice, StartNotice
from lianfang.response.isolation.papers.notices import HERE
from lianfang.response.isolation.papers.wording import CONDITIONS, MEASURES
from tests.reading import pages, printed_marks, sizes, text, word_marks, word_text

CODE = sign("N", 20200742)
COMMON = {
    "measure": "home_quarantine", "name": "周启明", "id_number": "3709**********0417", "place": "禾阳街道丰禾社区向阳小区3号楼3单元602",
    "from_on": date(2020, 3, 10), "last_on": date(2020, 3, 23), "days": 14, "day_one_on": date(2020, 3, 10),
    "reason": "您于3月10日从东岭省云州市（中风险）返回青禾县", "clause": "青防指〔2020〕17号第六条（二）", "rule": "措施表2020年3月版第7行",
    "minder": "何苗", "minder_phone": "13800000417", "help_phone": "0437-1234567", "appeal_phone": "0437-1234580",
    "issuer": "禾阳街道疫情防控工作领导小组", "code": CODE, "link": f"https://lianfang.example/n/{CODE}",
}
START = StartNotice(
    **COMMON, number="青隔〔2020〕0742号", issued_on=date(2020, 3, 10), test_days=(date(2020, 3, 16), date(2020, 3, 22)),
    conditions=("period_over", "tests_negative", "no_symptoms"),
)
RELEASE = ReleaseNotice(
    **COMMON, number="青解〔2020〕0611号", issued_on=date(2020, 3, 24), start_number=START.number,
    released_at=moment(date(2020, 3, 24), "00:00"), findings=("隔离满14天", "3月16日、3月22日核酸检测均为阴性", "14天内无发热、咳嗽、乏力"),
)
BOTH = pytest.mark.parametrize("notice", [START, RELEASE], ids=["start", "release"])
LONGEST = {
    "name": "乌日娜·苏日娜·其其格·斯琴高娃", "place": "乌兰草甸蒙古族乡阿拉腾敖包嘎查村民委员会第三网格东营子屯17号院东厢房",
    "issuer": "乌兰草甸蒙古族乡新型冠状病毒肺炎疫情防控工作领导小组办公室", "day_one_on": date(2020, 3, 9), "minder": "斯琴高娃·乌兰托娅",
    "clause": "《实现疫情防控和经济社会发展“双战双赢”》“加强对返乡人员、务工人员等检查，确保一户不漏、一人不落，做到应管尽管、应查尽查”",
}


@BOTH
def test_it_tells_who_what_until_when_why_and_whom_to_call_in_pdf_and_word(notice):
    wanted = [
        notice.number, "周启明", "3709**********0417", "向阳小区3号楼3单元602", "居家隔离医学观察", "2020年3月10日至3月23日24时，共14天",
        "您于3月10日从东岭省云州市（中风险）返回青禾县", "青防指〔2020〕17号第六条（二）；措施表2020年3月版第7行",
        "何苗", "13800000417", "0437-1234567", "0437-1234580", "禾阳街道疫情防控工作领导小组", CODE, "回执", "签名", "印章处",
    ]
    for paper in (text(notice.pdf()), word_text(notice.docx())):
        assert [words for words in wanted if "".join(words.split()) not in paper] == []


def test_the_start_says_what_to_do_and_when_it_ends():
    for paper in (text(START.pdf()), word_text(START.docx())):
        assert "居家隔离医学观察告知书" in paper and "请您在家隔离医学观察，到3月23日24时为止。" in paper
        assert "检测3月16日、3月22日" in paper and "1.不出家门" in paper
        assert "期限已满；核酸检测都是阴性；没有发热、咳嗽等症状。都符合了，3月23日24时解除" in paper


def test_the_release_says_since_when_and_what_was_found():
    for paper in (text(RELEASE.pdf()), word_text(RELEASE.docx())):
        assert "解除居家隔离医学观察通知书" in paper and "自3月23日24时起解除" in paper
        assert "按青隔〔2020〕0742号告知书" in paper and "2.3月16日、3月22日核酸检测均为阴性" in paper


@BOTH
@pytest.mark.parametrize("measure", MEASURES)
def test_each_measure_fills_exactly_one_page(notice, measure):
    assert len(pages(replace(notice, measure=measure).pdf())) == 1


@BOTH
def test_the_longest_names_still_fill_one_page_in_type_old_eyes_can_read(notice):
    paper = replace(notice, **LONGEST).pdf()
    assert len(pages(paper)) == 1
    for words in LONGEST.values():
        assert not isinstance(words, str) or words in text(paper)
    large = sum(count for size, count in sizes(paper).items() if size >= 14)
    assert large > 0.85 * sum(sizes(paper).values())


@BOTH
def test_even_an_absurd_text_is_one_page(notice):
    assert len(pages(replace(notice, reason="从很远的地方返回" * 60).pdf())) == 1


@BOTH
def test_the_body_in_word_is_fourteen_points_or_more(notice):
    styles = Document(io.BytesIO(notice.docx())).styles
    assert all(styles[name].font.size >= Pt(14) for name in ("正文字", "首段", "小标题", "表内标题", "标题字"))


@BOTH
def test_a_phone_reads_the_mark(notice):
    assert word_marks(notice.docx()) == printed_marks(HERE / f"{notice.paper}.typ", notice.words()) == [notice.link]


@pytest.mark.parametrize("name", ["#panic()", "{{ 7*7 }}", "<w:t>", "𬭎㛃", "{%p endfor %}"])
def test_a_hostile_or_rare_name_is_printed_as_it_stands(name):
    notice = replace(START, name=name, reason=f"您与{name}同住")
    for paper in (text(notice.pdf()), word_text(notice.docx())):
        assert paper.count("".join(name.split())) == 2


def test_a_rule_that_counts_from_another_day_says_so():
    counted = replace(START, day_one_on=date(2020, 3, 9), last_on=date(2020, 3, 22))
    assert "2020年3月10日至3月22日24时（从3月9日算起，满14天）" in text(counted.pdf())


def test_a_term_over_new_year_names_both_years():
    assert replace(START, from_on=date(2020, 12, 25), day_one_on=None, last_on=date(2021, 1, 7)).words()["period"] == (
        "2020年12月25日至2021年1月7日24时，共14天"
    )


def test_a_referral_has_no_term_and_no_conditions():
    referral = replace(START, measure="refer_fever_clinic", days=0, last_on=date(2020, 3, 10), test_days=(), conditions=())
    for paper in (text(referral.pdf()), word_text(referral.docx())):
        assert "转诊发热门诊告知书" in paper and "期限2020年3月10日当天" in paper
        assert "检查结果出来以后" in paper and "为止" not in paper and "检测3月" not in paper


def test_who_has_shown_no_document_has_no_empty_brackets():
    assert "周启明：您于" in word_text(replace(START, id_number="").docx())


def test_demo_paper_says_so():
    assert "演练数据" not in text(START.pdf()) and "演练数据" in text(replace(START, is_drill=True).pdf())


def test_every_condition_and_measure_of_the_shipped_table_has_its_words():
    with open(HERE.parent / "tables" / "measure.csv", encoding="utf-8", newline="") as file:
        heads, _kinds, *rows = csv.reader(file)
    def cells(column):
        return {code for row in rows for code in row[heads.index(column)].split(";")} - {"-"}
    assert cells("release") == set(CONDITIONS)
    assert cells("measure") - {"pass", "manual_review"} | cells("then") <= set(MEASURES)
