"""The catalogues without GNU gettext: gathers the words of the code, compiles them, and finds what lacks its English."""
import io
import re
import sys

from babel.messages.catalog import Catalog
from babel.messages.extract import extract, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from tools.checkout import ROOT, end, files, is_test, name

ONE, MANY, AMONG = (1,), (1, 2), ((1, "c"), 2)
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), ONE),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), MANY),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), AMONG),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
LANGUAGE = "en"
CATALOGUES = ROOT / "lianfang" / "locale" / LANGUAGE / "LC_MESSAGES"
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
PLACEHOLDER = re.compile(r"%\((\w+)\)|\{(\w*)[^{}]*\}")


def from_template(file, keywords, comment_tags, options):
    """Django's own reading of a template as Python; indentation means nothing in a template."""
    python = "\n".join(line.strip() for line in templatize(file.read().decode()).splitlines())
    return extract_python(io.BytesIO(python.encode()), keywords, comment_tags, {"encoding": "utf-8"})


def sources():
    """Every file that has words, its catalogue and how it is read."""
    for path in files("lianfang/*.py"):
        if not is_test(path) and "migrations" not in path.parts:
            yield "django", path, "python"
    for path in files("lianfang/*.html", "lianfang/*.txt"):
        if "templates" in path.parts:
            yield "django", path, from_template
    for path in files("lianfang/*.js"):
        yield "djangojs", path, "javascript"


def gather():
    """What the code says now: a catalogue by domain."""
    found = {"django": Catalog(charset="utf-8"), "djangojs": Catalog(charset="utf-8")}
    for domain, path, method in sources():
        with path.open("rb") as file:
            options = {"encoding": "utf-8", "parse_template_string": True}
            for _, message, comments, context in extract(method, file, KEYWORDS, ("Translators:",), options):
                found[domain].add(message, None, [(name(path), None)], auto_comments=comments, context=context)
    return found


def stored(domain):
    """The catalogue as it lies in the repository."""
    path = CATALOGUES / f"{domain}.po"
    if not path.exists():
        return Catalog(locale=LANGUAGE, project="Lianfang", domain=domain, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE, domain=domain)


def update():
    """Write every catalogue with the words of now; what nobody says any more is dropped."""
    CATALOGUES.mkdir(parents=True, exist_ok=True)
    for domain, now in gather().items():
        catalogue = stored(domain)
        catalogue.update(now, no_fuzzy_matching=True)
        with (CATALOGUES / f"{domain}.po").open("wb") as file:
            write_po(file, catalogue, width=120, sort_output=True, ignore_obsolete=True, include_lineno=False)
        print(f"{domain}: {len(catalogue)} messages, {sum(not said(m) for m in catalogue if m.id)} without English")


def compile_all():
    """Write the .mo beside every .po."""
    for domain in ("django", "djangojs"):
        if (CATALOGUES / f"{domain}.po").exists():
            with (CATALOGUES / f"{domain}.mo").open("wb") as file:
                write_mo(file, stored(domain))


def forms(text):
    """The one or many forms of a message."""
    return text if isinstance(text, tuple | list) else (text,)


def said(message):
    """Has it English in every form, and none that was only guessed?"""
    return bool(message.string) and all(forms(message.string)) and not message.fuzzy


def placeholders(text):
    """The names a text leaves open."""
    return {a or b for a, b in PLACEHOLDER.findall(text)}


def faults():
    """Words without English, and English that leaves other names open than its Chinese."""
    for domain, now in gather().items():
        catalogue = stored(domain)
        for message in (m for m in now if m.id):
            where, known = message.locations[0][0], catalogue.get(message.id, message.context)
            if known is None or not said(known):
                yield f"{where}: “{forms(message.id)[0]}” has no English"
            elif not set().union(*map(placeholders, forms(known.string))) <= set().union(*map(placeholders, forms(message.id))):
                yield f"{where}: “{forms(message.id)[0]}” and its English leave different names open"


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["update"]:
            update()
        case ["compile"]:
            compile_all()
        case ["check"]:
            end(faults())
        case _:
            sys.exit("python -m tools.words update|compile|check")
