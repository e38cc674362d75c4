"""`lianfang serve`: the web server and the clock, together; stops both when either ends."""
import os
import signal
import subprocess
import sys
import time

from django.db import connection
from django.utils.translation import gettext as _

from lianfang.entry.console.command import Command as Base
from lianfang.ground.accounts.models import Account
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
               "--workers", WORKERS, "--blocking-threads", THREADS[connection.vendor], "--no-ws", "--log-level", "warning",
               "lianfang.config.wsgi:application"]
        clock = [sys.executable, "-m", "lianfang.entry.console.main", "clock"]
        self.exit_code = _together([web, clock])

    def _announce(self, options):
        self.say(_("联防已启动：http://{host}:{port}/").format(host=options["host"], port=options["port"]))
        demo = Account.objects.filter(is_demo=True).exclude(password="!").order_by("pk")
        if demo:
            from lianfang.entry.console.seeds.demo import PASSWORD

            self.say(_("演练账号（密码都是 {password}）：").format(password=PASSWORD))
            for account in demo:
                held = account.assignments.select_related("unit").first()
                self.say(f"  {account.login:<14} {held.get_role_display() if held else ''}  {held.unit.name if held else ''}")


def _together(commands) -> int:
    """Run commands side by side; when one ends or we are told to stop, end the others too."""
    running = [subprocess.Popen(command) for command in commands]
    stop = {"asked": False}

    def ask(*_signal):
        stop["asked"] = True

    signal.signal(signal.SIGTERM, ask)
    signal.signal(signal.SIGINT, ask)
    while not stop["asked"] and all(process.poll() is None for process in running):
        time.sleep(0.2)
    codes = [process.poll() for process in running]
    for process in running:
        if process.poll() is None:
            process.terminate()
    for process in running:
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
    return 0 if stop["asked"] else next((code for code in codes if code), 1)
