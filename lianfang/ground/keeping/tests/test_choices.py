"""What an installation has chosen for itself: the second factor is on unless its home, or its environment, says otherwise."""
import os
import subprocess
import sys

import pytest

from lianfang.ground.keeping import choices


def test_what_was_chosen_is_read_again_and_added_to(tmp_path):
    assert choices.read(tmp_path) == {}
    choices.choose(tmp_path, second_factor="off")
    choices.choose(tmp_path, another="x")
    assert choices.read(tmp_path) == {"second_factor": "off", "another": "x"}
    assert [path.name for path in tmp_path.iterdir()] == [choices.NAME]


@pytest.mark.parametrize(("chosen", "said", "answer"), [
    ({}, {}, "True mlps3"), ({"second_factor": "off"}, {}, "False mlps3"),
    ({"second_factor": "off"}, {"LIANFANG_SECOND_FACTOR": "on"}, "True mlps3"),
    ({}, {"LIANFANG_SECOND_FACTOR": "off", "LIANFANG_PASSWORDS": "asvs"}, "False asvs"),
    ({}, {"LIANFANG_SECOND_FACTOR": "no"}, "on or off"), ({}, {"LIANFANG_PASSWORDS": "mlps2"}, "mlps3 or asvs")])
def test_how_an_installation_starts(tmp_path, chosen, said, answer):
    choices.choose(tmp_path, **chosen)
    env = {name: value for name, value in os.environ.items() if name != "LIANFANG_SECOND_FACTOR"}
    asked = "from django.conf import settings; print(settings.SECOND_FACTOR, settings.PASSWORD_PROFILE)"
    env |= {"LIANFANG_HOME": str(tmp_path), **said}
    done = subprocess.run([sys.executable, "-c", asked], env=env, capture_output=True, text=True)
    assert answer in done.stdout + done.stderr
