"""What every command shares: a prepared home, an account to act as, JSON alone on stdout, one sentence for bad input."""
import json
import sys

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.translation import gettext as _

from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.queries import CONSOLE, named
from lianfang.ground.accounts.roles import RIGHTS
from lianfang.ground.accounts.scope import everything, held, reach_of, through
from lianfang.ground.days import day_of, now
from lianfang.ground.faults import said
from lianfang.ground.units.fields import TOP, Reach

from .prepare import prepare


class Refusal(Exception):
    """Bad input, in one sentence for the person at the terminal."""


class Command(BaseCommand):
    """Subclasses fill `arguments(parser)` and `answer(options) -> dict | None`; text goes through `say`.

    `right` is what an account named with --as must hold; by default nobody but the console may. Such an account sees, and names units of,
    what lies in its own reach: the machine's owner may do all, but not in another's name.
    """

    requires_system_checks = []
    writes = True
    right = ""
    prepared = True  # False: the command looks at no database of ours before it knows what it is

    def add_arguments(self, parser):
        """The arguments every command has, then its own."""
        parser.add_argument("--as", dest="login", default=CONSOLE, metavar="LOGIN", help=_("以哪个账号的名义办，限于它的职责和辖区"))
        parser.add_argument("--json", action="store_true", help=_("标准输出只有 JSON"))
        self.arguments(parser)

    def arguments(self, parser):
        """None of its own."""

    def handle(self, *args, **options):
        """Prepare, act, answer."""
        self.json = options["json"]
        try:
            self.at = now()
            if self.prepared:
                self.stand(options)
            with self._eyes(options) if self.prepared else everything():
                answer = self.answer(options)
            self._seal()
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        except DatabaseError as fault:
            raise CommandError(_("数据库没有完成这一步：{fault}").format(fault=said(fault))) from None
        if answer is not None and self.json:
            self.stdout.write(json.dumps(answer, ensure_ascii=False, default=str))
        if code := getattr(self, "exit_code", 0):
            sys.exit(code)

    def stand(self, options):
        """On a prepared home, as the account that acts."""
        prepare()
        self.account = self._account(options["login"])

    def needs(self, options) -> str:
        """The right that what is asked for takes."""
        return self.right

    def covered(self, unit):
        """The unit, if the account this is done for acts there."""
        if self.reach.covers(unit.path):
            return unit
        raise Refusal(_("“{unit}”不在“{login}”的辖区里，请用 --unit 另选").format(unit=unit.name, login=self.account.login))

    def _eyes(self, options):
        """What the acting account sees; sets where it may act."""
        self.reach = Reach(TOP)
        if self.account.login == CONSOLE:
            return everything()
        right, assignments = self.needs(options), held(self.account, day_of(self.at)) if self.account.is_active else []
        if not right or not any(right in one.rights for one in assignments):
            says = _("“{login}”不能办这件事：没有“{right}”的职责") if right else _("“{login}”不能办这件事：只有控制台能办")
            raise Refusal(says.format(login=self.account.login, right=RIGHTS.get(right, "")))
        self.reach = reach_of(assignments, right)
        return through(reach_of(assignments, right, "look"))

    def say(self, text=""):
        """A line for people: on stdout, or on stderr when stdout is for JSON."""
        (self.stderr if self.json else self.stdout).write(text)

    def _account(self, login):
        try:
            return named(login)
        except Account.DoesNotExist:
            raise Refusal(_("没有账号“{login}”").format(login=login)) from None

    def _seal(self):
        if self.writes:
            from lianfang.ground.journal.actions import seal

            seal()
