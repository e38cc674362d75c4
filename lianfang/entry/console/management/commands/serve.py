"""`lianfang serve`: the web server and the clock, together; stops both when either ends."""
import os
import subprocess
import sys

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from lianfang.entry.console import keeping
from lianfang.entry.console.command import Command as Base
from lianfang.entry.console.prepare import serving
from lianfang.entry.console.together import together
from lianfang.ground.accounts.models import Account
from lianfang.ground.keeping.replica import ready
from lianfang.ground.units.models import Unit

WORKERS = "2"  # two processes: see docs/adr
THREADS = {"sqlite": "1", "postgresql": "2"}  # in each: fair to writers; while one waits for a server elsewhere, the other works


class Command(Base):
    """Serve on 127.0.0.1."""

    help = _("启动网站和时钟（默认 http://127.0.0.1:8000，端口由 PORT 定）")

    def arguments(self, parser):
        """Where, and whether to seed."""
        parser.add_argument("--port", default=os.environ.get("PORT", "8000"))
        parser.add_argument("--host", default=os.environ.get("HOST_ADDRESS", "127.0.0.1"))
        parser.add_argument("--seed-if-empty", action="store_true", help=_("数据库为空时先造一个演练县（青禾县）"))

    def answer(self, options):
        """Start both and wait."""
        if options["seed_if_empty"] and not Unit.objects.exists():
            subprocess.run([sys.executable, "-m", "lianfang.entry.console.main", "seed", "--size", "small"], check=True)
        self._announce(options)
        web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", options["host"], "--port", str(options["port"]),
               "--workers", WORKERS, "--blocking-threads", THREADS[connection.vendor], "--workers-kill-timeout", "1", "--no-ws",
               "--log-level", "warning", "lianfang.config.wsgi:application"]
        clock = [sys.executable, "-m", "lianfang.entry.console.main", "clock"]
        with serving():
            self.exit_code = together([web, clock, *self._followed()])

    def _followed(self):
        """What copies a SQLite database to another disk while it is written, where the county wants that."""
        if settings.REPLICA is None or connection.vendor != "sqlite":
            return []
        with keeping.plainly():
            ready(settings.REPLICA)
        return [[sys.executable, "-m", "lianfang.entry.console.main", "backup", str(settings.REPLICA), "--continuous"]]

    def _announce(self, options):
        self.say(_("联防已启动：http://{host}:{port}/").format(host=options["host"], port=options["port"]))
        demo = Account.objects.filter(is_demo=True).exclude(password="!").order_by("pk")
        if demo:
            from lianfang.entry.console.seeds.demo import PASSWORD

            self.say(_("演练账号（密码都是 {password}）：").format(password=PASSWORD))
            for account in demo:
                held = account.assignments.select_related("unit").first()
                self.say(f"  {account.login:<14} {held.get_role_display() if held else ''}  {held.unit.name if held else ''}")
