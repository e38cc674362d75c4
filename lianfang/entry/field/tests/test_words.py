"""The app's own words: complete in both languages, none unknown, none unused."""
import json
import re
import subprocess
from pathlib import Path

from lianfang.entry import field
from tools.npm import node

APP = Path(field.__file__).parent / "static" / "field"
PLACE = re.compile(r"\{(\w+)\}")
KEY = re.compile(r"""\bt\(\s*['"](\w+)['"]""")
QUOTED = re.compile(r"""['"](\w+)['"]""")
MADE = re.compile(r"""\bt\(`(\w+?)\$\{""")


def catalogue(language):
    """The words of one language, as the phone reads them."""
    script = f"import('{APP}/vocabulary/{language}.js').then(m => console.log(JSON.stringify(m.default)))"
    return json.loads(subprocess.run([node(), "-e", script], capture_output=True, text=True, check=True).stdout)


def used():
    """Keys the screens ask for, every word that stands in quotes, and the beginnings of keys that are put together."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in APP.rglob("*.js") if "vocabulary" not in path.parts)
    return set(KEY.findall(text)), {*QUOTED.findall(text), "language_name"}, tuple(MADE.findall(text))


def test_both_languages_have_the_same_keys_and_places():
    chinese, english = catalogue("zh"), catalogue("en")
    assert set(chinese) == set(english)
    wrong = {key for key in chinese if set(PLACE.findall(chinese[key])) != set(PLACE.findall(english[key]))}
    assert not wrong
    assert not {key for key, said in english.items() if re.search(r"[\u3400-\u9fff]", said)}
    assert not {key for key, said in {**chinese, **english}.items() if not said.strip()}


def test_every_key_a_screen_asks_for_is_there_and_no_other():
    keys, quoted, beginnings = used()
    known = set(catalogue("zh"))
    assert not keys - known
    assert not {key for key in known - keys - quoted if not key.startswith(beginnings or ("\0",))}
