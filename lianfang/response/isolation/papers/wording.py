"""The words of the notices, by measure: what the paper is called, what is asked, and what to do now and afterwards."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """How one measure is spoken of on paper."""

    label: str
    ask: str
    duties: tuple[str, ...]
    afterwards: tuple[str, ...]


AT_HOME = (
    "不出家门，不请人来家；单独住一间屋，多开窗通风。",
    "早晚各量一次体温，告诉包保人；不方便的，由包保人上门问。",
    "与家人分开吃饭、分用毛巾餐具，见面都戴口罩；勤洗手。",
    "买菜、取药、倒垃圾由包保人代办；看病先打电话，专车接送。",
    "发热、咳嗽、乏力，马上打下面的电话，不要自己去医院。",
)
IN_SITE = (
    "住单间，不串门；饭菜、物品送到门口，戴口罩取。",
    "早晚各量一次体温，告诉医护人员。",
    "要用药、有慢性病、行动不便、要人照看，请马上告诉我们。",
    "发热、咳嗽、乏力，马上告诉医护人员或打下面的电话。",
)
MONITORED = (
    "少出门，不聚餐、不聚会；出门戴口罩，不坐公共汽车。",
    "早晚各量一次体温，告诉包保人；不方便的，由包保人来问。",
    "家里多开窗通风，勤洗手。",
    "发热、咳嗽、乏力，马上打下面的电话，不要自己去医院。",
)
IN_HOSPITAL = (
    "戴好口罩，坐专车去发热门诊；不要自己坐公共汽车或出租车。",
    "到医院后如实告诉医生去过哪里、接触过谁。",
    "检查结果出来以前，听医生安排，不自行离开。",
    "家里有老人、小孩要人照看的，请马上告诉我们。",
)
FREE_AGAIN = (
    "凭本通知书可正常出入、上班、上学；任何人不得另行加码。",
    "以后两周仍请留意体温；发热、咳嗽，先打电话再去发热门诊。",
    "门上的提示、封条由包保人今天取下。",
)

MEASURES = {
    "home_monitoring": Measure("居家健康监测", "在家做健康监测", MONITORED, FREE_AGAIN[:2]),
    "home_quarantine": Measure("居家隔离医学观察", "在家隔离医学观察", AT_HOME, FREE_AGAIN),
    "central_quarantine": Measure("集中隔离医学观察", "住到集中隔离点，接受医学观察", IN_SITE, FREE_AGAIN[:2]),
    "refer_fever_clinic": Measure("转诊发热门诊", "今天由专人专车送到发热门诊检查", IN_HOSPITAL, FREE_AGAIN[:2]),
}

CONDITIONS = {
    "period_over": "期限已满",
    "tests_negative": "核酸检测都是阴性",
    "no_symptoms": "没有发热、咳嗽等症状",
}
