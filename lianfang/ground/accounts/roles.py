"""The roles of a county, and what each may do; where it may do so is the unit of the assignment."""
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from ..units.models import RANK

RIGHTS = {
    "work": _("看自己的待办"),
    "look": _("看本辖区的记录（遮蔽）"),
    "open": _("填理由后看全名和号码"),
    "print": _("打印有全名的文书"),
    "break_glass": _("填理由后限时看辖区以外的人"),
    "protect": _("提出、批准住址保护"),
    "trace": _("看谁看过谁"),
    "record": _("登记健康检查、需求和结果"),
    "manage": _("下达、转交、解除管控令"),
    "urge": _("催办下级"),
    "direct": _("下达指令，交办、核查事项，值班接话"),
    "redress": _("答复申诉"),
    "enlist": _("导入名册、组织入户排查"),
    "supervise": _("督查例外和成批管控"),
    "export": _("导出表格"),
    "sign": _("签发公报"),
    "staff": _("管理本单位账号"),
    "readmit": _("解锁登录、重置丢了的第二道验证"),
    "configure": _("维护区划和类别"),
    "draft": _("起草规则表的新版"),
    "approve": _("批准规则表的新版"),
    "retain": _("看保存期和清理情况"),
    "end": _("提议、批准应急结束"),
    "guard": _("在卡口查验登记"),
    "station": _("设卡口、发出入证"),
    "investigate": _("看病例、填报告卡、打印病例文书"),
    "assay": _("接收标本、上机、登记检测结果（见管码，不见人）"),
    "ward": _("填院感周报、整改问题、编专班"),
    "inspected": _("看督查检查的结果"),
    "inspect": _("督查检查：登记检查和问题、复查"),
    "muster": _("组督查组、排检查计划、公布排名"),
    "refer": _("移送和看案卷"),
}
BODIES = {"command": _("县指挥部"), "health": _("疾控机构"), "laboratory": _("检测机构"), "inspection": _("督查"), "systems": _("信息部门"),
          "local": _("当地")}


@dataclass(frozen=True)
class Role:
    """A role: its label, the level of unit it is usually held at, its rights, the body whose people hold it there, and the level at which
    its turns are counted and urged: a hospital stands in a quarter, and answers to the county as a town does."""

    code: str
    label: str
    level: str
    rights: frozenset
    body: str
    tier: str

    def fits(self, level: str) -> bool:
        """Whether it may be held at a unit of that level: never wider than usual, but where there are no grids, at the village."""
        widest = "village" if self.level == "grid" else self.level
        return RANK[level] >= RANK[widest]


def _role(code, label, level, rights, body="local", tier=""):
    return code, Role(code, label, level, frozenset(rights.split()), body, tier or level)


ROLES = dict([
    _role("duty_officer", _("县指挥部值班员"), "county",
          "work look open print break_glass protect trace record manage urge direct redress enlist export sign staff readmit configure "
          "draft approve retain end guard station investigate assay ward inspected inspect muster", "command"),
    _role("county_leader", _("县领导"), "county",
          "work look open protect trace urge direct redress export sign supervise approve retain end inspected", "command"),
    _role("township_cadre", _("乡镇（街道）干部"), "township",
          "work look open print break_glass record manage urge direct redress enlist export staff readmit end guard station inspected "
          "inspect"),
    _role("village_cadre", _("村（社区）干部"), "village",
          "work look open print record manage urge direct enlist staff readmit guard station inspected"),
    _role("grid_worker", _("网格员"), "grid", "work look open record guard"),
    _role("checkpoint_post", _("卡口值守"), "county", "work guard"),
    _role("epidemiologist", _("流调人员"), "county",
          "work look open break_glass record manage enlist export draft approve investigate ward", "health"),
    _role("laboratory", _("检测机构"), "county", "work assay", "laboratory"),
    _role("hospital", _("医院院感"), "compound", "work ward", "health", "township"),
    _role("supervisor", _("督查"), "county", "work look export trace supervise retain end inspected inspect muster refer", "inspection"),
    _role("inspector", _("督查组成员"), "county", "work inspected inspect", "inspection"),
    _role("administrator", _("系统管理员"), "county", "work staff readmit configure draft retain", "systems"),
])
CHOICES = [(role.code, role.label) for role in ROLES.values()]
LEADERS = {"county": "duty_officer", "township": "township_cadre", "village": "village_cadre"}  # who leads a unit of a level


def holders(right: str) -> list[str]:
    """Codes of the roles that carry a right."""
    return [role.code for role in ROLES.values() if right in role.rights]
