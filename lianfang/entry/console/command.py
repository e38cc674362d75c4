"""What every command shares: a prepared home, an account to act as, JSON alone on stdout, one sentence for bad input."""
import json
import sys

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.translation import gettext as _

from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.queries import CONSOLE, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.faults import said

from .prepare import prepare


class Refusal(Exception):
    """Bad input, in one sentence for the person at the terminal."""


class Command(BaseCommand):
    """Subclasses fill `arguments(parser)` and `answer(options) -> dict | None`; text goes through `say`."""

    requires_system_checks = []
    writes = True

    def add_arguments(self, parser):
        """The arguments every command has, then its own."""
        parser.add_argument("--as", dest="login", default=CONSOLE, metavar="LOGIN", help=_("以哪个账号的名义办（默认 console）"))
        parser.add_argument("--json", action="store_true", help=_("标准输出只有 JSON"))
        self.arguments(parser)

    def arguments(self, parser):
        """None of its own."""

    def handle(self, *args, **options):
        """Prepare, act, answer."""
        self.json = options["json"]
        try:
            prepare()
            self.account = self._account(options["login"])
            self.at = now()
            with everything():
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
