"""What a replica needs is asked for before it begins: the program, and a folder that is nobody else's."""
import json
import sys

import pytest

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
