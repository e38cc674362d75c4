"""The certificate of deletion as a paper: PDF and Word, filled from the same words."""
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words, stamp_words

from .. import words
from ..models import Ending
from ..queries import KEYS

HERE = Path(__file__).parent
COMMAND = "lianfang end-emergency verify"


@dataclass(frozen=True)
class Certificate:
    """An ending's certificate."""

    ending: Ending
    is_drill: bool

    def pdf(self, foot: str = "") -> bytes:
        """As PDF/A; `foot` says who has this copy, since when, and under which number."""
        return documents.pdf(HERE / "certificate.typ", self.words(), foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """As a Word document."""
        return documents.docx(HERE / "certificate.docx", self.words(), foot)

    def words(self) -> dict:
        """Every word on the paper, by the names its templates use."""
        ending = self.ending
        with translation.override("zh-hans"):
            gone = [{"kind": kind, "number": str(number)} for kind, number in words.kinds(ending.gone)]
            tables = words.grid(ending.statistics.values_list("kind", "row", "column", "value"))
        return {
            "title": "个人信息删除证明",
            "issuer": f"{ending.unit.name or settings.COUNTY_NAME}疫情防控工作领导小组（指挥部）办公室",
            "issued": day_words(day_of(ending.ended_at)),
            "why": f"根据{ending.basis}，应急处置工作已经结束，为此收集的个人信息已按下列情况删除，不能恢复。",
            "gone": gone,
            "decided": [
                f"提议：{ending.proposed_by.name}，{stamp_words(ending.proposed_at)}",
                f"第一个批准：{ending.first_by.name}（{ending.first_unit.name}），{stamp_words(ending.first_at)}",
                f"第二个批准：{ending.second_by.name}（{ending.second_unit.name}），{stamp_words(ending.second_at)}",
                f"冷静期到{stamp_words(ending.cooling_until)}；{stamp_words(ending.begun_at)}开始删除，{stamp_words(ending.ended_at)}删完",
            ],
            "stays": (f"留下的：已签发的公报；只记编号、不记姓名的日志；统计表{len(tables)}张，不足{ending.least}人的格子已去掉；"
                      "工作人员的账号，姓名和电话在最后一个职责结束以后按保存期表去掉。"),
            "keys": _keys_words(ending),
            "digest": ending.digest,
            "journal": f"日志封至第{ending.position}条 {ending.head[:16]}",
            "check": f"任何人都可以在服务器上运行 {COMMAND} 核对：重新计算校验值，核对日志的链，查找剩下的个人信息。",
            "drill": "演练数据" if self.is_drill else "",
        }


def _keys_words(ending) -> str:
    data, index, box, emergency = ("、".join(map(str, ending.gone.get(what, []))) or "无" for what in KEYS.values())
    replica = ending.gone.get("replica", 0)
    return (f"数据密钥第{data}号、号码索引密钥第{index}号、手机封存密钥第{box}号、应急总密钥第{emergency}号已销毁："
            + "此前用 lianfang backup 做的备份从此打不开。"
            + (f"连续备份的副本已停下并删除{replica}个文件。" if replica else "")
            + "PostgreSQL 的整机备份和归档日志、磁盘或虚拟机的快照里，身份证号、电话、详细住址、检测结果已打不开，"
              "姓名、出生日期、性别、门户和管控经过仍是明文：这些，以及另存在别处的恢复钥，须由保管人当面销毁并在此签名：＿＿＿＿＿＿＿＿")


def paper_of(ending) -> Certificate:
    """The certificate of an ending that is carried out."""
    return Certificate(ending, is_drill())
