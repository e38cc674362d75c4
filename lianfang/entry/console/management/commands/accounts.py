"""`lianfang accounts`: accounts from a sheet or one by one, a further role, and slips to print."""
from argparse import SUPPRESS
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from lianfang.entry.console.command import Command as Base
from lianfang.entry.console.command import Refusal
from lianfang.ground.accounts import actions, printing
from lianfang.ground.accounts.intake import Wrong
from lianfang.ground.accounts.intake.places import Places
from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.queries import waiting_for_slips
from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.accounts.staffing import staffing_of
from lianfang.ground.days import day_of
from lianfang.ground.sheets import SheetError


class Command(Base):
    """Accounts: import, add, assign, slips."""

    right = "staff"
    help = _("账号：导入、添加、给角色、出登录条")

    def arguments(self, parser):
        """One sub-verb each."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="import|add|assign|slips")
        bring = verbs.add_parser("import", help=_("从表格（.xlsx、.xls、.csv）导入账号"))
        bring.add_argument("file", metavar="FILE")
        bring.add_argument("--dry-run", action="store_true", help=_("只试算，不导入"))
        add = verbs.add_parser("add", help=_("添加一个账号"))
        add.add_argument("name", metavar="NAME")
        add.add_argument("--phone", default="")
        add.add_argument("--login", dest="wanted", default="", help=_("不写就自动起"))
        assign = verbs.add_parser("assign", help=_("再给一个角色"))
        assign.add_argument("login_of", metavar="ACCOUNT")
        for one in (add, assign):
            one.add_argument("--role", required=True, choices=ROLES)
            one.add_argument("--unit", required=True, help=_("代码、名称、“街道/社区/网格”或路径"))
        slips = verbs.add_parser("slips", help=_("给还没登录过的人出登录条（PDF）"))
        slips.add_argument("--unit", default="", help=_("哪个单位（连同下面的），不写就是全部"))
        slips.add_argument("--out", required=True, metavar="FILE.pdf")
        slips.add_argument("--site", default="http://127.0.0.1:8000", help=_("大家打开的网址"))
        for one in (bring, add, assign, slips):
            one.add_argument("--json", action="store_true", default=SUPPRESS, help=_("标准输出只有 JSON"))
            one.add_argument("--as", dest="login", default=SUPPRESS, metavar="LOGIN", help=_("以哪个账号的名义办，限于它的职责和辖区"))

    def answer(self, options):
        """Do the sub-verb."""
        try:
            return getattr(self, f"_{options['verb']}")(options)
        except (SheetError, PermissionDenied, ValueError) as refused:
            raise Refusal(str(refused)) from None

    def _import(self, options):
        report = actions.import_accounts(content=Path(options["file"]), by=self.account, at=self.at, dry_run=options["dry_run"])
        for fault in report.faults:
            self.say(_("{sheet} 第 {row} 行：{message}").format(sheet=fault.sheet, row=fault.row, message=fault.message))
        self.say(_("{rows} 行，新建账号 {accounts} 个，给出角色 {held} 个，原来就有 {same} 行，要改 {wrong} 行").format(
            rows=report.rows, accounts=report.accounts, held=report.assignments, same=report.unchanged, wrong=len(report.faults)))
        return report.as_dict()

    def _add(self, options):
        post = actions.Post(options["role"], self._unit(options["unit"]), day_of(self.at))
        draft = actions.Draft(options["name"], options["phone"], options["wanted"], [post])
        if not ROLES[post.role].fits(post.unit.level):
            raise Refusal(_("“{role}”不能放在这么大的单位上，请选更小的单位。").format(role=ROLES[post.role].label))
        if Account.objects.filter(login=draft.login.lower()).exists():
            raise Refusal(_("登录名“{login}”已经有人用了").format(login=draft.login))
        [made] = actions.add_accounts(drafts=[draft], by=self.account, at=self.at)
        self.say(_("登录名 {login}；用 accounts slips 出登录条").format(login=made.login))
        return {"account": made.pk, "login": made.login}

    def _assign(self, options):
        account = Account.objects.of_people().filter(login=options["login_of"].lower()).first()
        if account is None:
            raise Refusal(_("没有账号“{login}”").format(login=options["login_of"]))
        made = actions.assign(account=account, role=options["role"], unit=self._unit(options["unit"]), from_on=day_of(self.at),
                              by=self.account, at=self.at)
        return {"account": account.pk, "assignment": made.pk}

    def _slips(self, options):
        staff, on, out = staffing_of(self.account, day_of(self.at)), day_of(self.at), Path(options["out"])
        if not out.parent.is_dir():
            raise Refusal(_("没有这个文件夹：{folder}").format(folder=out.parent))
        reach = staff.reach & self._unit(options["unit"]).path if options["unit"] else staff.reach
        issued = actions.renew_slips(accounts=waiting_for_slips(staff, reach, on), by=self.account, at=self.at)
        sheet = printing.sheet(issued, options["site"].rstrip("/"), at=self.at)
        files = _write(sheet, out)
        self.say(_("{n} 张登录条：{files}").format(n=len(issued), files=" ".join(files) or "—"))
        return {"slips": len(issued), "files": files}

    def _unit(self, text):
        try:
            return Places(day_of(self.at)).find(text, staffing_of(self.account, day_of(self.at)).reach)
        except Wrong as wrong:
            raise Refusal(f"{text}: {wrong.message}") from None


def _write(sheet, out) -> list[str]:
    """One file, or several with numbers when there are many slips."""
    parts = list(sheet.parts())
    files = [out if len(parts) == 1 else out.with_name(f"{out.stem}-{number}{out.suffix}") for number in range(1, len(parts) + 1)]
    for file, part in zip(files, parts, strict=True):
        try:
            file.write_bytes(part.pdf())
        except OSError as wrong:
            raise Refusal(f"{file}: {wrong.strerror}") from None
    return [str(file) for file in files]
