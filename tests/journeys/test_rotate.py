"""A new data key while rosters come in: everything opens all the time, the old key goes only when nothing uses it; SM4 beside AES."""
import os

import pytest

from . import forked, sheets
from .test_backup import PHRASE, fresh, refused, roster

pytestmark = pytest.mark.journey
AT = "2020-03-04T09:00"
OPENED = ("from lianfang.registers.people.models import Person; from lianfang.ground.accounts.scope import everything\n"
          "with everything(): found = [(len(p.id_number.open()), bytes(p.id_number.content[:2]).hex()) for p in Person.objects.all()]\n"
          "print(len(found), {one for one, _ in found}, sorted({head for _, head in found}))")


@pytest.fixture
def county(tmp_path):
    """With thirty people in it."""
    with fresh(tmp_path) as county:
        county.begin().env["LIANFANG_BACKUP_PASSPHRASE"] = PHRASE
        roster(county, 0, 30)
        yield county


def opened(county):
    """How many people there are, how long their numbers, under which heads."""
    done = county.console("shell", "-v", "0", "-c", OPENED)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def aged(county, number):
    """A quarter of an hour later, as far as the key can tell."""
    path = county.home / "keys" / f"data-{number}.key"
    os.utime(path, (path.stat().st_mtime - 1000,) * 2)


def test_it_goes_on_while_a_roster_comes_in(county):
    file = county.home / "many.xlsx"
    file.write_bytes(sheets.book(*(sheets.returnee(n, f"演练{chr(0x5000 + n)}", "") for n in range(40, 440))))
    words = ["roster", "import", file, "--kind", "returnees", "--source", "community", "--on", "2020-03-04"]
    writing = forked.Process(words, county.env, AT)
    found = county.answer("keys", "rotate")
    assert (found["key"], found["is_new"], found["waiting"]) == (2, True, [1]) and found["values"] >= 60
    assert writing.wait() == 0

    aged(county, 2)
    done = county.answer("keys", "rotate")
    assert (done["key"], done["is_new"], done["destroyed"], done["waiting"]) == (2, False, [1], [])
    assert not (county.home / "keys/data-1.key").exists()
    assert opened(county) == "430 {18} ['0102']"
    assert county.answer("check-journal")["ok"]


def test_the_old_key_stays_while_it_is_young_or_anything_is_under_it(county):
    county.answer("keys", "rotate")
    assert county.answer("keys", "rotate")["waiting"] == [1]
    assert opened(county) == "30 {18} ['0102']"


def test_sm4_by_setting_and_back(county):
    county.env["LIANFANG_CIPHER"] = "sm4"
    assert opened(county) == "30 {18} ['0101']"
    assert county.answer("keys", "reseal")["values"] >= 60
    assert opened(county) == "30 {18} ['0201']"
    county.answer("backup", county.home / "copy")
    assert county.answer("verify-backup", county.home / "copy")["ok"]
    county.env["LIANFANG_CIPHER"] = "aes"
    assert opened(county) == "30 {18} ['0201']"
    county.env["LIANFANG_CIPHER"] = "rot13"
    assert "aes" in refused(county, "check-journal")
