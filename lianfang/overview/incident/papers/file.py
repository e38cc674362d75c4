"""The file of a case on paper (事件档案): case, contacts, timeline, measures, outcome; in Chinese."""
from django.utils.translation import override

from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words
from lianfang.ground.units.queries import above
from lianfang.response.cases.words import moment_word, open_rows

from .report import contacts_said, days_said, measures_said
from .sections import Sections


def file_paper(file, at, drill) -> Sections:
    """The file as it stands at a moment; contacts are masked, the case bears his name."""
    with override("zh-hans"):
        case = file.case
        rows = [f"{label}：{said}" for label, said in open_rows(file.card)] if file.card else []
        story = [f"{moment_word(one['at'])}　{one['what']}{'（' + str(one['times']) + '件）' if one['times'] > 1 else ''}　{one['by']}"
                 for one in file.story]
        parts = [("病例", [f"{case.person.name}，{file.disease}，{file.state}", *rows]), ("行程", days_said(file)),
                 ("密切接触者", contacts_said(file)), ("经过", story), ("措施", measures_said(file)), ("结果", _outcome(file))]
        return Sections(title="疫情事件档案", below=f"卡片编号 {case.number}　截至 {moment_word(at)}", parts=parts,
                        issuer=above(case.unit, "county").name, issued=day_words(day_of(at)), drill=drill,
                        notes=["本档案含个人信息，打印已记入日志，仅用于疫情防控。"])


def _outcome(file):
    case = file.case
    turned = sum(one.contact.state == "turned" for one in file.contacts)
    said = [f"病例：{file.state}{'，' + moment_word(case.closed_at) if case.closed_at else ''}。"]
    if file.contacts:
        said.append(f"接触者{len(file.contacts)}人，转为病例{turned}人，感染率{turned / len(file.contacts):.1%}。")
    return said + [text for text in (case.summary.open(), case.ending.open()) if text]
