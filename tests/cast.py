"""The fixed cast of all tests: one small county, one account a role, an own rule table; everybody is invented."""
from dataclasses import dataclass, field
from datetime import date, datetime

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.queries import CONSOLE, named
from lianfang.ground.days import moment
from lianfang.ground.units.actions import add_units
from lianfang.ground.units.models import Unit

from .once import as_once

OPENED = date(2020, 1, 1)
TREE = [
    ("county", "青禾县", None, "990100"),
    ("township", "禾阳街道", "青禾县", "990100001"),
    ("township", "梨花沟镇", "青禾县", "990100101"),
    ("village", "丰禾社区", "禾阳街道", "990100001001"),
    ("village", "望河社区", "禾阳街道", "990100001002"),
    ("village", "梨花沟村", "梨花沟镇", "990100101200"),
    ("grid", "丰禾第四网格", "丰禾社区", ""),
    ("grid", "梨花沟一网格", "梨花沟村", ""),
    ("compound", "向阳小区", "丰禾第四网格", ""),
    ("building", "3号楼", "向阳小区", ""),
    ("stair", "1单元", "3号楼", ""),
    ("door", "502", "1单元", ""),
    ("door", "601", "1单元", ""),
    ("door", "梨花沟村12号", "梨花沟一网格", ""),
]
STAFF = {
    "officer": ("罗文舒", "duty_officer", "青禾县"),
    "leader": ("郑怀远", "county_leader", "青禾县"),
    "township": ("岳小满", "township_cadre", "禾阳街道"),
    "cadre": ("丁立春", "village_cadre", "丰禾社区"),
    "grid": ("何秋生", "grid_worker", "丰禾第四网格"),
    "post": ("许大山", "checkpoint_post", "青禾县"),
    "epi": ("沈知微", "epidemiologist", "青禾县"),
    "lab": ("白露", "laboratory", "青禾县"),
    "supervisor": ("石正", "supervisor", "青禾县"),
    "admin": ("方管理", "administrator", "青禾县"),
    "far_township": ("孙谷雨", "township_cadre", "梨花沟镇"),
    "far_cadre": ("乌兰图雅", "village_cadre", "梨花沟村"),
    "far_grid": ("赵清明", "grid_worker", "梨花沟一网格"),
}
PASSWORD = "qinghe-2020"


@dataclass
class Cast:
    """The county's units by name, its accounts by part, and a moment on its first working day."""

    units: dict[str, Unit]
    accounts: dict[str, Account]
    at: datetime = moment(date(2020, 3, 10), "09:00")
    on: date = date(2020, 3, 10)
    extras: dict = field(default_factory=dict)

    def __getattr__(self, part):
        accounts = self.__dict__.get("accounts", {})
        if part in accounts:
            return accounts[part]
        raise AttributeError(part)


def make_cast() -> Cast:
    """Put the cast on the stage: inside a database test, before anything else stands on it."""
    return as_once("cast", _make)


def _make() -> Cast:
    console = named(CONSOLE)
    index = {name: n for n, (_level, name, _parent, _code) in enumerate(TREE)}
    drafts = [{"parent": index[parent] if parent else None, "level": level, "name": name, "code": code, "from_on": OPENED}
              for level, name, parent, code in TREE]
    units = {unit.name: unit for unit in add_units(drafts=drafts, by=console, at=moment(OPENED, "08:00"))}
    accounts = {}
    for part, (name, role, unit) in STAFF.items():
        account = Account(login=part, name=name)
        account.set_password(PASSWORD)
        account.save()
        Assignment.objects.create(account=account, role=role, unit=units[unit], from_on=OPENED)
        accounts[part] = account
    return Cast(units, accounts)
