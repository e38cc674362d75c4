"""What the kinds of records are called: on the preview, on the certificate."""
from collections import Counter

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lianfang.ground.decisions import shipped
from lianfang.response.isolation.words import measure_word

KINDS = {
    "people.Person": _("人员"), "people.PersonWord": _("姓名检索词"), "people.EntryWord": _("姓名检索词"),
    "people.Membership": _("人员类别"), "people.Entry": _("比对底册"), "people.Refusal": _("核实记录"),
    "isolation.Order": _("管控令"), "isolation.Check": _("健康检查"),
    "isolation.SecondReading": _("再次测量"), "isolation.Result": _("检测结果"),
    "isolation.Alarm": _("异常告警"), "isolation.Need": _("生活需求"), "isolation.Review": _("人工复核"),
    "isolation.Handover": _("移交"), "isolation.Deviation": _("例外"), "isolation.Easing": _("先行放宽"), "isolation.Held": _("扣下的名单"),
    "sensors.Device": _("门磁设备"), "sensors.Binding": _("门磁"), "sensors.Event": _("开门记录"), "sensors.Alert": _("门磁提醒"),
    **dict.fromkeys(("closures.Closure", "closures.Area", "closures.Lift", "closures.Check"), _("封闭关停令")),
    "closures.Exemption": _("封闭关停的例外"), "closures.Event": _("聚集活动申请"),
    "risk.Level": _("风险等级"), "risk.Ring": _("环状防控圈"), "risk.RingTask": _("圈内措施"),
    "isolation.Switch": _("换版名单"), "isolation.SwitchLine": _("换版名单上的人"), "trial.TrialLine": _("试算名单上的人"),
    "screening.Arrival": _("来人登记"), "screening.Lead": _("线索"), "screening.Doubt": _("待核问题"),
    "screening.Import": _("名册"), "screening.RowFault": _("名册问题行"), "decisions.Verdict": _("判定"),
    "workflow.Turn": _("待办"), "accounts.Session": _("登录"), "accounts.Tries": _("失败次数"),
    **dict.fromkeys(("sites.Site", "sites.Room", "sites.Round", "sites.Cleaning", "sites.Duty", "sites.Placement"),
                    _("集中隔离安置")), "sites.Counsel": _("心理疏导"),
    "sites.Trip": _("点对点转运"), "sites.Rider": _("转运的人"),
    "redress.Appeal": _("申诉"), "redress.Correction": _("更正"),
    "discretion.Glimpse": _("辖区外查看"), "discretion.Protection": _("住址保护"),
    "checkpoints.Vehicle": _("过卡车辆"), "checkpoints.Passage": _("过卡人员"), "checkpoints.Notice": _("卡口通知"),
    "checkpoints.Pass": _("出入证"), "checkpoints.PassUse": _("出入证使用"), "checkpoints.Declared": _("入县申报"),
    "doorstep.Visit": _("上门记录"), "doorstep.Found": _("上门发现的人"), "doorstep.Claim": _("三对照的人"),
    "doorstep.Leave": _("管控人员出入"), "doorstep.TripProof": _("行程证明"), "outbox.Sent": _("手机交的记录"),
    "outbox.Conflict": _("手机记录核对"), "outbox.Photo": _("手机照片"),
    "doorstep.Household": _("排查的户"), "doorstep.Call": _("补访"), "doorstep.Seal": _("封条"), "doorstep.SealCheck": _("封条查看"),
    "doorstep.Mismatch": _("三对照的不同"),
    "tracing.Stay": _("行程"), "tracing.Index": _("密接排查"), "tracing.Exposure": _("接触经过"), "tracing.Contact": _("接触者"),
    "testing.Member": _("应检人员"), "testing.Belonging": _("应检人员"), "testing.DueTest": _("应检"), "testing.Outcome": _("检测结果"),
    **dict.fromkeys(("hospitals.Hospital", "hospitals.Reminder", "hospitals.Week", "hospitals.Filing"),
                    _("院感周报")), "hospitals.Problem": _("院感问题"),
    "hospitals.Member": _("医院专班人员"),
    **dict.fromkeys(("inspection.Visit", "inspection.Sheet"), _("检查记录")), "inspection.Problem": _("检查问题"),
    "inspection.CaseFile": _("案卷"), "inspection.Written": _("通报、报告、建议"), "inspection.Dispute": _("评分申诉"),
    "inspection.LastPlace": _("末位措施"),
    **dict.fromkeys(("inspection.MarketCheck", "inspection.MarketCase"), _("市场检查")), "inspection.Complaint": _("投诉举报"),
    "inspection.Assessment": _("干部考察"),
    **dict.fromkeys(("riskpoints.Point", "riskpoints.Rating", "riskpoints.Measure"), _("风险点")),
    **dict.fromkeys(("riskpoints.Week", "riskpoints.UnitRating"), _("每周风险评估")),
    "testing.Booking": _("检测预约"), "testing.Worker": _("企业送检"), "testing.WorkPass": _("返岗"),
    "transfers.Incoming": _("外县来函"), "transfers.Named": _("外县来函里的人"), "transfers.Departure": _("病例转出"),
    "transfers.Sheet": _("外县来函里的人"),
    "directives.Directive": _("指令"), "directives.Receipt": _("指令回执"), "directives.Task": _("督办事项"),
    "directives.Call": _("值班电话"), "directives.Shift": _("值班交接"), "directives.Visit": _("领导下沉"),
    "directives.Practice": _("好做法"), "directives.Adoption": _("好做法答复"), "directives.Milestone": _("大事记"),
    "upward.Event": _("上报市指挥部"), "upward.Report": _("上报的报告"),
    "outside.Answer": _("外单位的答复"),
    "abnormal.Sighting": _("异常人员报告"), "incident.Trajectory": _("公开轨迹"),
    "cases.Case": _("病例"), "cases.Card": _("报告卡"), "cases.Revisit": _("复诊"), "cases.Assessment": _("病例判定"),
    **dict.fromkeys(("laboratory.Tube", "laboratory.Session", "laboratory.Transfer"), _("采样管")),
    "laboratory.Sample": _("检测样本"), "laboratory.Recall": _("单采复核"),
    "cases.ShiftNote": _("流调交班"),
    "cases.Link": _("传染关系"), "cases.Circle": _("病例所在的户、班级、场所"),
    "cases.Inquiry": _("个案调查表"), "cases.Mended": _("调查表改动"), "cases.SymptomDay": _("每天的症状"), "cases.Exposed": _("暴露史"),
    **dict.fromkeys(("meetings.Meeting", "meetings.AgendaItem", "meetings.Attendance", "meetings.Decision", "meetings.Share",
                     "meetings.Rhythm"), _("会议记录")),
    **dict.fromkeys(("papers.Paper", "papers.Edition"), _("材料")), "papers.ZeroReport": _("零报告"),
    **dict.fromkeys((f"ledger.{one}" for one in ("Cut", "Change", "Codes")), _("统计台账")),
    **dict.fromkeys((f"command.{one}" for one in ("Emergency", "Response", "Group", "Holder", "StoodUp")), _("指挥体系")),
    **dict.fromkeys(("command.Answer", "command.Cover"), _("岗位责任")),
    **dict.fromkeys(("command.Recall", "command.Called"), _("召回返岗")),
    **dict.fromkeys(("command.Mechanism", "command.Part"), _("工作机制")),
    "files": _("文件"), "replica": _("连续备份里的文件"), "territory.Door": _("门户备注"),
}
WAITS = {
    "read": _("还有别的程序在读数据库（如备份、查询工具），旧的内容清不掉。请把它关掉；这里每分钟自动再试，接着做。"),
    "used": _("还有别的程序在用旧密钥写内容。请停下其他 lianfang 命令；这里每分钟自动再试，接着做。"),
    "followed": _("连续备份还没有停下来，副本删不掉。请看 lianfang serve 的输出；这里每分钟自动再试，接着做。"),
}
TABLES = {"township": _("按乡镇（街道）和措施"), "month": _("按月和措施"), "clause": _("按条款和措施"), "age": _("按年龄和性别")}
SEXES = {"m": _("男"), "f": _("女"), "": _("不明")}


def kinds(counts) -> list[tuple[str, int]]:
    """How many of each kind, the most first; what has no word of its own is counted together."""
    found = Counter()
    for label, number in counts.items():
        if isinstance(number, int):
            found[str(KINDS[label]) if label in KINDS else gettext("其他附属记录")] += number
    return found.most_common()


def class_word(code) -> str:
    """A retention class, or what is done with it, in words."""
    return shipped("retention").labels.of(code)


def cell_words(kind, column) -> str:
    """What a column of a table that stays is called."""
    return str(SEXES.get(column, column)) if kind == "age" else measure_word(column)


def grid(cells) -> list[dict]:
    """Cells (kind, row, column, value) as tables: title, heads, and rows of texts; a cell left out is said to be."""
    tables = []
    for kind, title in TABLES.items():
        mine = {(row, column): value for k, row, column, value in cells if k == kind}
        heads = sorted({column for _row, column in mine})
        rows = [(row or gettext("不明"), [_cell(mine, row, column) for column in heads]) for row in sorted({row for row, _column in mine})]
        if rows:
            tables.append({"title": str(title), "heads": [cell_words(kind, column) for column in heads], "rows": rows})
    return tables


def _cell(mine, row, column) -> str:
    value = mine.get((row, column), 0)
    return gettext("不留") if value is None else str(value)
