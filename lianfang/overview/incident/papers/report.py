"""The report of an investigation (流调报告), drafted in Chinese from the form, the stays and the contacts; the team goes on in Word."""
from django.utils.translation import override

from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words
from lianfang.ground.units.queries import above
from lianfang.response.cases import queries as cases
from lianfang.response.cases.words import (
    age_words,
    answer_label,
    answer_word,
    exposure_words,
    moment_word,
    open_rows,
    sealed_rows,
    symptom_words,
)

from ..queries.drafting import hours
from .sections import Sections


def report_paper(file, at, drill) -> Sections:
    """The draft of a case's report as it stands at a moment."""
    with override("zh-hans"):
        case, on = file.case, day_of(at)
        told = cases.inquiry_of(case)
        answers = cases.answered(told)
        said = {one.field: (answer_label(one.field), answer_word(one.field, answers[one.field])) for one in cases.questions(case, on)}
        parts = [("基本情况", _who(file)), ("发现和报告经过", _found(file, said)), ("发病和诊疗经过", _course(case, told, said)),
                 ("流行病学调查", _exposed(case, on, said)), ("行程", days_said(file)), ("密切接触者", contacts_said(file)),
                 ("感染来源判断", _source(case, said)), ("已采取的措施", measures_said(file)), ("下一步工作", ["（由流调人员填写）"])]
        names = dict.fromkeys(one.name for one in (told.basic_by, told.full_by, case.investigator) if one)
        return Sections(title=f"关于1例{file.disease}病例的流行病学调查报告", below=f"卡片编号 {case.number}", parts=parts,
                        issuer=above(case.unit, "county").name + "疾病预防控制中心", issued=day_words(on), drill=drill,
                        notes=[f"调查人员：{'、'.join(names) or '（填写）'}", "本报告含个人信息，仅用于疫情防控，不得外传。"])


def _who(file):
    if file.card is None:
        return [f"患者{file.case.person.name}。"]
    sealed, plain = dict(sealed_rows(file.card)), dict(open_rows(file.card))
    first = f"患者{file.card.name.open()}，{plain.get('性别', '')}，{age_words(file.card)}，{plain.get('人群分类', '')}，" \
            f"现住{sealed.get('现住址', '（填写）')}。"
    return [first, *(f"{label}：{sealed[label]}" for label in ("有效证件", "工作单位（学校）", "联系电话") if label in sealed)]


def _found(file, said):
    case = file.case
    lines = [f"发病日期{case.onset_on or '不详'}，诊断时间{moment_word(case.diagnosed_at) or '不详'}，"
             f"报告时间{moment_word(case.reported_at) or '未报告'}。"]
    return lines + _of(said, "found_by", "first_visit_on", "first_visit_at", "held_at", "isolated_at", "informant")


def _course(case, told, said):
    lines = [told.course.open()] if told.course.open() else []
    for day in cases.symptom_days(case):
        heat = f"体温{day.temperature}℃，" if day.temperature else ""
        lines.append(f"{day.on.month}月{day.on.day}日：{heat}{symptom_words(day.codes) or '无症状'}。")
    return lines + _of(said, "highest", "imaging", "white_cells", "lymphocytes", "chronic", "doses", "last_dose_on")


def _exposed(case, on, said):
    first, last = cases.looked_back(case, on)
    lines = [f"追溯{first}至{last}。"]
    lines += _of(said, "left_county", "met_case", "met_ill", "cluster", "key_place",
                 "household", "mask", "history")
    return lines + ["：".join(filter(None, exposure_words(one))) for one in cases.exposures_of(case)]


def _source(case, said):
    return [*_of(said, "source_kind"), *([case.summary.open()] if case.summary.open() else ["（由流调人员填写）"])]


def _of(said, *fields):
    return [f"{label}：{word}。" for label, word in (said[field] for field in fields if field in said) if word]


def days_said(file):
    """The stays, a paragraph a day."""
    found = []
    for day in file.days:
        stays = "；".join(f"{hours(one)} {one.get_activity_display()} {one.spot}" for one in day.stays)
        found.append(f"{day.on.month}月{day.on.day}日：{stays}。")
    return found


def contacts_said(file):
    """How many of each kind, and each with masked name, place, last exposure and measure."""
    if not file.contacts:
        return []
    counted = "，".join(f"{kind}{n}人" for kind, n in file.kinds.items())
    return [f"共判定{len(file.contacts)}人：{counted}。", *(
        f"{n}. {one.contact.person.masked_name}，{one.place}，{one.contact.get_kind_display()}，末次接触{one.contact.last_exposed_on}，"
        f"观察至{one.contact.watch_until_on}，{one.state}{'；' + '、'.join(one.measures) if one.measures else ''}"
        for n, one in enumerate(file.contacts, 1))]


def measures_said(file):
    """What the case himself is or was under, and how many of his contacts are under an order."""
    bound = sum(bool(one.measures) for one in file.contacts)
    own = [f"本人：{days}，{state}。" for days, state in file.measures]
    return [*own, *([f"接触者{len(file.contacts)}人，已下达管控令{bound}人。"] if file.contacts else [])]
