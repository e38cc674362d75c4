"""Every command of the console explains itself, without a database and without a traceback."""
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lianfang.entry.console.main import main
from tools.checkout import ROOT

COMMANDS = sorted(path.stem for path in (ROOT / "lianfang/entry/console").glob("**/management/commands/[a-z]*.py"))
PROMISED = {"seed", "serve", "territory", "roster", "decide", "board", "bulletin", "check-journal"}


def said(tmp_path, *words, **env):
    """What the console script answers in an empty home."""
    script, around = Path(sys.executable).parent / "lianfang", {**os.environ, "LIANFANG_HOME": str(tmp_path), **env}
    return subprocess.run([script, *words], env=around, capture_output=True, text=True, timeout=60)


def test_what_was_promised_is_there():
    assert PROMISED - set(COMMANDS) == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_help(command, capsys):
    """In this process, which starts once for all of them, and where a test that was not given a database may ask none."""
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert not ended.value.code
    told = capsys.readouterr()
    assert told.out.startswith("usage: ") and command in told.out and not told.err


def test_a_command_that_is_none(tmp_path):
    done = said(tmp_path, "make-tea")
    assert done.returncode != 0
    assert "make-tea" in done.stderr and "Traceback" not in done.stderr


def test_it_speaks_english_when_asked(tmp_path):
    assert "核对日志" in said(tmp_path, "check-journal", "--help").stdout and not (tmp_path / "db.sqlite3").exists()
    done = said(tmp_path, "check-journal", "--help", LIANFANG_LANGUAGE="en")
    assert "Check the journal" in done.stdout and "日志" not in done.stdout
