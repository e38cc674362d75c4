"""A replica asks first for what it needs, is not ended by what fails beside it, and goes with the emergency."""
import json
import sys

import pytest

from lianfang.ground.days import now
from lianfang.ground.keeping import replica


@pytest.fixture
def place(tmp_path, settings, monkeypatch):
    """A home, and a folder for programs beside Python's."""
    settings.HOME = tmp_path
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def installed(place):
    """The program lies beside Python."""
    (place / "bin").mkdir()
    (place / "bin" / "litestream").touch(mode=0o700)


def test_a_program_that_is_missing(place):
    with pytest.raises(replica.NoLitestream):
        replica.ready(place / "disk")
    installed(place)
    assert replica.ready(place / "disk") == str(place / "bin" / "litestream")


def test_the_folder_of_another(place):
    installed(place)
    (place / "disk").mkdir()
    (place / "disk" / replica.MARK).write_text(json.dumps({"of": "another"}))
    with pytest.raises(replica.OfAnother):
        replica.ready(place / "disk")
    (place / replica.OWN).write_text("another")
    assert replica.ready(place / "disk")


@pytest.fixture
def running(place, settings, monkeypatch):
    """Something that is called litestream and waits, a database, one upload; looks follow each other at once."""
    installed(place)
    (place / "bin" / "litestream").write_text("#!/bin/sh\ntrap 'exit 0' TERM\nwhile :; do /bin/sleep 0.05; done\n")
    settings.MEDIA_ROOT, settings.REPLICA = place / "uploads", place / "disk"
    settings.MEDIA_ROOT.mkdir()
    (settings.MEDIA_ROOT / "one.bin").write_bytes(b"one")
    monkeypatch.setitem(replica.connection.settings_dict, "NAME", str(place / "db.sqlite3"))
    monkeypatch.setattr(replica, "EACH", 0.01)
    return place


def followed(place, *acts):
    """Follow, with an act after each look."""
    left = list(acts)

    def stop():
        if left:
            left.pop(0)()
            return False
        return True

    replica.follow(place / "disk", passphrase="", stop=stop, tie=lambda: None, at=now())


def test_a_file_that_cannot_be_copied_just_now_ends_nothing(running, monkeypatch):
    asked = []

    def away(_into):
        asked.append(1)
        raise FileNotFoundError

    monkeypatch.setattr(replica, "_uploads", away)
    followed(running, *[lambda: None] * 3)
    assert len(asked) == 3


def test_the_end_of_the_emergency_takes_it_away_and_it_begins_anew(running, monkeypatch):
    def seen():
        assert (running / "disk" / "uploads" / "one.bin").exists() and replica._is_followed()
        (running / "disk" / replica.FOLLOWED).mkdir()
        (running / "disk" / replica.FOLLOWED / "0001.ltx").write_bytes(b"a page")
        replica.beside().mkdir()
        (replica.beside() / "0002.ltx").write_bytes(b"a page")
        with monkeypatch.context() as patch:
            patch.setattr(replica, "TRIES", 1)
            with pytest.raises(replica.StillFollowed):
                replica.drop()

    def gone():
        assert replica.drop() == 3 and list((running / "disk").iterdir()) == [] and not replica.beside().exists()
        assert not (running / replica.OWN).exists()

    def anew():
        assert not list((running / "disk").iterdir())
        replica.resume()

    def back():
        assert (running / "disk" / "uploads" / "one.bin").exists() and replica.folders() == [running / "disk"]

    followed(running, lambda: None, seen, gone, anew, lambda: None, back)
    assert not replica._is_followed()


def test_the_folder_of_another_is_not_taken_away(running):
    (running / "disk").mkdir()
    (running / "disk" / replica.MARK).write_text(json.dumps({"of": "another"}))
    assert replica.drop() == 0 and (running / "disk" / replica.MARK).exists()
