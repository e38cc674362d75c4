"""A form says what it wants, what is wrong and how to mend it; and is heard as it is seen."""

import re

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from lianfang.ground.ui.fields import errors, field, form_fields
from lianfang.ground.ui.forms import Buttons, Day, Moment, PlainForm, Seek, Temperature


class Visit(PlainForm):
    """One of each kind."""

    kind = forms.ChoiceField(label="名册种类", choices=[("a", "返乡"), ("b", "线索")], widget=Buttons)
    heat = forms.DecimalField(label="体温", widget=Temperature, help_text="量三分钟", min_value=34, max_value=45)
    on = forms.DateField(label="日期", widget=Day, required=False)
    at = forms.DateTimeField(label="时刻", widget=Moment, required=False)
    who = forms.CharField(label="姓名（100%）", widget=Seek, required=False, max_length=4)
    file = forms.FileField(label="文件")
    sure = forms.BooleanField(label="已核对")
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


@pytest.mark.parametrize("name, words", [
    ("kind", "请选择“名册种类”。"), ("heat", "请填写“体温”。"), ("file", "请选一个文件：文件。"), ("sure", "请选择“已核对”。")])
def test_what_is_missing_is_named(name, words):
    """In plain words, not 'this field is required'."""
    assert Visit({}).errors[name] == [words]


@pytest.mark.parametrize("name, value, words", [
    ("on", "3月40日", "2020-03-18"), ("at", "gestern", "2020-03-18"), ("heat", "高", "只能填数字"),
    ("heat", "3.65", "“体温”最小填 34"), ("heat", "365", "“体温”最大填 45"),
    ("who", "欧阳不知名", "“姓名（100%）”最多 4 个字，现在有 5 个")])
def test_what_is_malformed_is_mended_by_an_example(name, value, words):
    """The words show how."""
    assert words in Visit({name: value}).errors[name][0]


def test_a_field_is_tied_to_its_label_help_and_error():
    """By ids."""
    markup = field(Visit({})["heat"])
    for mark in ('<label for="id_heat">', 'aria-describedby="id_heat_help id_heat_wrong"', 'aria-invalid="true"', 'id="id_heat_help"',
                 'id="id_heat_wrong"'):
        assert mark in markup


def test_the_summary_leads_to_every_fault():
    """Each link finds an element of the page."""
    form = Visit({"on": "x"})
    markup = str(form_fields(form))
    assert "还有 5 处要改" in markup
    for target in re.findall(r'<li><a href="#([\w-]+)"', markup):
        assert f'id="{target}"' in markup


def test_a_form_without_faults_has_no_summary():
    """Nor has one not yet sent."""
    assert errors(Visit()) == ""
    good = Visit({"kind": "a", "heat": "36.5", "sure": "on"}, {"file": SimpleUploadedFile("a.csv", b"x")})
    assert good.is_valid(), good.errors
    assert errors(good) == ""


def test_few_answers_are_large_targets():
    """A set of fields with a question."""
    markup = field(Visit()["kind"])
    assert markup.startswith("<fieldset") and "<legend>名册种类" in markup and markup.count('<label class="choice">') == 2


def test_what_may_stay_empty_says_so():
    """Rather than stars on the rest."""
    assert "（可不填）" in field(Visit()["on"]) and "（可不填）" not in field(Visit()["heat"])


def test_a_temperature_is_never_filled_in_beforehand():
    """It must be measured; the stepper starts at nothing."""
    markup = field(Visit()["heat"])
    assert "value=" not in markup and 'data-step="0.1"' in markup and 'inputmode="decimal"' in markup


def test_a_day_keeps_its_value_in_the_form_the_browser_reads():
    """2020-03-18, whatever the language."""
    assert 'value="2020-03-18"' in field(Visit({"on": "2020-03-18"})["on"])


def test_faults_of_the_whole_form_stand_on_top():
    """Without a field of their own."""
    form = Visit({})
    form.add_error(None, "这个人已经在管。")
    assert "这个人已经在管。" in errors(form)


def test_hidden_fields_are_there_without_a_label():
    """They carry, they do not ask."""
    assert 'type="hidden" name="secret"' in str(form_fields(Visit())) and 'for="id_secret"' not in str(form_fields(Visit()))


def test_a_fault_is_only_words():
    """Even when it repeats what was typed."""
    form = Visit({})
    form.add_error("heat", "<b>热</b>")
    assert "<b>热" not in str(form_fields(form))
