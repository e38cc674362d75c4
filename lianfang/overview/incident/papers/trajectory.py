"""The trajectory as it goes out, in Chinese: as text to be copied, and as a Word document."""
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words

from .sections import Sections

ASKS = "请与上述场所、时段有交集的人员主动向所在村（社区）报告，做好个人防护。"


def trajectory_text(one) -> str:
    """The words to be copied."""
    return "\n".join([one.whom, *one.lines, ASKS])


def trajectory_paper(one, issuer, drill) -> Sections:
    """What went out, with whom it came from and the day."""
    return Sections(title="病例活动轨迹通告", below="", parts=[("病例", [f"{one.whom}。"]), ("活动轨迹", one.lines), ("提示", [ASKS])],
                    issuer=f"{issuer}疫情防控指挥部", issued=day_words(day_of(one.closed_at)), drill=drill)
