"""Words past the catalogues are found where they stand; what is data, comment or translated is left alone."""
import io

import pytest

from tools import literals, words


@pytest.mark.parametrize(
    "code",
    [
        'label = "填晚检"',
        'label = f"还差 {n} 人"',
        'label = _(f"还差 {n} 人")',
        'call(title="填晚检")',
        'labels = {"ill": "生病"}',
        'label = "无" if text == "无" else text',
        'raise Refused("没有这个单位")',
    ],
)
def test_python_that_speaks_past_the_catalogue(code):
    assert {line for line, _ in literals.in_python(code)} == {1}


@pytest.mark.parametrize(
    "code",
    [
        '"""说明。"""',
        'def f():\n    """填晚检。"""',
        'label = _("填晚检")',
        'label = ngettext("还差 %(n)s 人", "还差 %(n)s 人", n) % {"n": n}',
        'label = translation.gettext_lazy("填晚检")',
        "x = 1  # 填晚检",
        'label = _("填"\n          "晚检")',
        'NUMBERS = {"十": 10}',
        'if text in ("无", "没有"): pass',
        'FLOOR = re.compile("([0-9]+)楼")',
        'name = text.removesuffix("村委会")',
    ],
)
def test_python_that_does_not(code):
    assert list(literals.in_python(code)) == []


@pytest.mark.parametrize(
    "template",
    [
        "<h1>填晚检</h1>",
        '{% button "填晚检" %}',
        '{{ name|default:"无" }}',
        '{% translate "填" %}晚检',
        "{% blocktranslate %}填{% endblocktranslate %}晚检",
        '<a title="填晚检">x</a>',
        "<p>\n</p>\n填晚检",
    ],
)
def test_template_that_speaks_past_the_catalogue(template):
    assert [line for line, _ in literals.in_template(template)] == [3 if "\n" in template else 1]


@pytest.mark.parametrize(
    "template",
    [
        '{% translate "填晚检" %}',
        '{% translate "填晚检" as title %}{{ title }}',
        "{% blocktranslate trimmed count n=n %}差 {{ n }} 人{% plural %}差 {{ n }} 人{% endblocktranslate %}",
        '{% button _("填晚检") %}',
        '{{ name|default:_("无") }}',
        "{# 填晚检 #}",
        "{% comment %}填晚检{% endcomment %}",
    ],
)
def test_template_that_does_not(template):
    assert list(literals.in_template(template)) == []


def test_scripts():
    assert [line for line, _ in literals.in_script('x();\nalert("填晚检")')] == [2]
    assert [line for line, _ in literals.in_script("alert(`还差 ${n} 人`)")] == [1]
    assert list(literals.in_script('// 填晚检\nalert(gettext("填晚检")); ngettext("差 %s 人", "差 %s 人", n)')) == []


def test_a_trimmed_block_a_context_and_a_plural_are_gathered():
    template = (
        b'{% translate "\xe5\xa1\xab" context "button" %}'
        b"{% blocktranslate trimmed count n=n %}\n  one {{ n }}\n{% plural %}\n  many {{ n }}\n{% endblocktranslate %}"
    )
    found = [message for _, _, message, _ in words.from_template(io.BytesIO(template), words.KEYWORDS, (), {})]
    assert found == [("button", "填"), ("one %(n)s", "many %(n)s", None)]


def test_names_left_open():
    assert words.placeholders("%(n)s 人 {name!r}") == {"n", "name"}
