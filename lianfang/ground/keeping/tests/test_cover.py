"""A copy that is sealed as a whole: it opens to what it was, and of what lay there in clear nothing is left on the disk."""
import os

from lianfang.ground.keeping.cover import cover, uncovered
from lianfang.ground.vault.ring import Ring

KEYS, CLEAR = {1: b"k" * 32}, "周建明".encode() * 300_000  # more than one frame


def test_what_lay_there_in_clear_is_overwritten(tmp_path, settings):
    settings.HOME = tmp_path
    path = tmp_path / "db.sqlite3"
    path.write_bytes(CLEAR)
    os.link(path, tmp_path / "same")
    cover(path, Ring(KEYS))
    assert not any((tmp_path / "same").read_bytes()) and path.read_bytes().find("周建明".encode()) < 0
    with uncovered(path, KEYS) as plain:
        assert plain.read_bytes() == CLEAR
        os.link(plain, tmp_path / "opened")
    assert not plain.exists() and not plain.parent.exists()
    assert not any((tmp_path / "opened").read_bytes())
