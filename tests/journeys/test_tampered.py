"""The journal or a record changed behind the application's back, with the triggers set aside for it: `check-journal` names it."""
import sqlite3
from contextlib import closing

import pytest

from . import sheets
from .county import County

pytestmark = pytest.mark.journey
AT = "2020-03-04T09:00"


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """A county with a few lines in its journal."""
    county = County(tmp_path_factory.mktemp("tampered")).begin()
    file = county.home / "名册.xlsx"
    file.write_bytes(sheets.book(*(sheets.returnee(n, f"演练{chr(0x4E00 + n)}", "") for n in range(3))))
    county.answer("roster", "import", file, "--kind", "returnees", "--source", "community", "--on", "2020-03-04", at=AT)
    return county


def database(county):
    """The file itself, as anybody with access to the machine could open it."""
    return closing(sqlite3.connect(county.home / "db.sqlite3", isolation_level=None))


def behind_its_back(county, sql, *values):
    """Change rows with the triggers dropped, then put the triggers back as they were."""
    with database(county) as raw:
        triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _sql in triggers:
            raw.execute(f'DROP TRIGGER "{name}"')
        changed = raw.execute(sql, values).rowcount
        for _name, made in triggers:
            raw.execute(made)
    assert triggers and changed == 1


def the_middle_line(county):
    """(position, id, data) of a line in the middle."""
    with database(county) as raw:
        return raw.execute("SELECT s.position, l.id, l.data FROM journal_seal s JOIN journal_line l ON l.id = s.line "
                           "WHERE l.data <> '{}' ORDER BY s.position LIMIT 1 OFFSET 3").fetchone()


def checked(county):
    """Exit code and answer of the check."""
    done = county.console("check-journal", "--json", at=AT)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def test_one_byte_changed_is_named(county):
    assert checked(county)[0] == 0
    position, line, content = the_middle_line(county)
    at = next(n for n, letter in enumerate(content) if letter.isalnum())
    forged = content[:at] + chr(ord(content[at]) ^ 1) + content[at + 1:]
    behind_its_back(county, "UPDATE journal_line SET data = ? WHERE id = ?", forged, line)

    code, said = checked(county)
    assert code == 1
    assert f'"position": {position}' in said and line.hex() in said.replace("-", "")

    behind_its_back(county, "UPDATE journal_line SET data = ? WHERE id = ?", content, line)
    assert checked(county)[0] == 0


def test_the_database_itself_refuses_while_the_triggers_stand(county):
    _position, line, _content = the_middle_line(county)
    with database(county) as raw:
        for forbidden in ("UPDATE journal_line SET data = '{}' WHERE id = ?", "DELETE FROM journal_line WHERE id = ?"):
            with pytest.raises(sqlite3.IntegrityError):
                raw.execute(forbidden, [line])
    assert checked(county)[0] == 0


def test_a_record_changed_past_the_actions_is_named(county):
    with database(county) as raw:
        [pk] = raw.execute("SELECT id FROM screening_doubt WHERE state = 'unplaced' LIMIT 1").fetchone()
    behind_its_back(county, "UPDATE screening_doubt SET state = 'placed' WHERE id = ?", pk)
    code, said = checked(county)
    assert code == 1 and '"address_doubt"' in said and pk.hex() in said.replace("-", "")
    behind_its_back(county, "UPDATE screening_doubt SET state = 'unplaced' WHERE id = ?", pk)
    assert checked(county)[0] == 0
