"""What people ask of the register: a reason to look behind the mask, a category of the county's own."""
import re

from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import today
from lianfang.ground.ui.forms import Day, PlainForm
from lianfang.ground.workflow.queries import is_turn_of

from . import queries
from .actions import Somebody
from .models import ID_KINDS, Category
from .typed import cells, identity, phones, wording

CODE = re.compile(r"[a-z][a-z0-9_]{1,29}")


class TypedForm(PlainForm):
    """A name, a number and a phone as somebody types them in passing, each checked as a roster's rows are; the form names the fields."""

    def clean_name(self):
        """As the register writes names."""
        return cells.name(self.cleaned_data["name"])

    def clean_phone(self):
        """Eleven digits, or nothing."""
        found = phones.read(self.cleaned_data["phone"])
        if found.fault:
            raise forms.ValidationError(wording.wrong_phone(found.fault, found.detail))
        return found.number

    def clean(self):
        """The number with its kind: eighteen signs are an identity number and are checked, others a passport or a permit."""
        found = super().clean()
        text = found.get("id_number", "")
        kind = "" if sum(map(str.isdigit, text)) > 9 else "passport"
        read = identity.read(text, kind, on=today())
        if read.fault:
            self.add_error("id_number", wording.wrong_id(read.fault, read.detail, kind or "id_card"))
        return {**found, "id_number": read.number, "id_kind": read.kind}


class SomebodyForm(PlainForm):
    """Somebody as his papers say, checked as a roster's rows are; `found["identity"]` is the number with what it tells."""

    name = forms.CharField(label=_("姓名"), max_length=100)
    id_kind = forms.ChoiceField(label=_("证件类型"), choices=list(ID_KINDS.items()), initial="id_card", required=False)
    id_number = forms.CharField(label=_("证件号"), max_length=40, required=False)
    phone = forms.CharField(label=_("手机号"), max_length=30, required=False)
    birth_on = forms.DateField(label=_("出生日期"), required=False, widget=Day)

    def has_changed(self):
        """A kind of document alone names nobody."""
        return bool(set(self.changed_data) - {"id_kind"})

    def clean_name(self):
        """As the register writes names."""
        if name := cells.name(self.cleaned_data["name"]):
            return name
        raise forms.ValidationError(_("请填写“%(label)s”。") % {"label": self.fields["name"].label})

    def clean_phone(self):
        """Eleven digits, or nothing."""
        found = phones.read(self.cleaned_data["phone"])
        if found.fault:
            raise forms.ValidationError(wording.wrong_phone(found.fault, found.detail))
        return found.number

    def clean_birth_on(self):
        """Nobody is born tomorrow."""
        born = self.cleaned_data["birth_on"]
        if born and not identity.EARLIEST_BIRTH <= born <= today():
            raise forms.ValidationError(_("出生日期不可能；请对照证件改正。"))
        return born

    def clean(self):
        """The number by its kind; the day of birth it tells is the one that counts."""
        given = super().clean()
        kind = given.get("id_kind") or "id_card"
        found = identity.read(given.get("id_number", ""), kind, on=today())
        if found.fault:
            self.add_error("id_number", wording.wrong_id(found.fault, found.detail, kind))
        elif found.birth_on and given.get("birth_on") not in (None, found.birth_on):
            self.add_error("birth_on", _("出生日期与身份证号里的不一样；请对照证件改正。"))
        return {**given, "identity": found}

    def who(self, **lives) -> Somebody:
        """As the actions take him; `lives` says where (door, address), and what else the page asks (sex)."""
        said, papers = self.cleaned_data, self.cleaned_data["identity"]
        lives["sex"] = lives.get("sex") or papers.sex or ""
        return Somebody(said["name"], papers.kind, papers.number, said["phone"], birth_on=papers.birth_on or said.get("birth_on"), **lives)


class OpenForm(PlainForm):
    """Why somebody looks."""

    reason = forms.ChoiceField(label=_("为什么要看"), widget=forms.RadioSelect)

    def __init__(self, *args, reasons, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = list(reasons.items())


class ReadForm(OpenForm):
    """Why somebody reads what a person wrote on a record; his own turn is the reason where he has one, and none where he has not."""

    def __init__(self, *args, record, request, on, **kwargs):
        is_his = is_turn_of(record.pk, request.user, request.assignments)
        reasons = {code: word for code, word in queries.reasons(queries.WORDS, on).items() if is_his or code != queries.TURN}
        super().__init__(*args, reasons=reasons, initial={"reason": queries.TURN} if is_his else None, **kwargs)


class CategoryForm(PlainForm):
    """A category in words: both languages, and the document that names it."""

    zh = forms.CharField(label=_("中文名称"), max_length=60)
    en = forms.CharField(label=_("英文名称"), max_length=80)
    source = forms.CharField(label=_("依据"), max_length=200, help_text=_("哪份文件、哪一条"))


class NewCategoryForm(CategoryForm):
    """A category not yet there."""

    code = forms.CharField(label=_("代码"), max_length=30, help_text=_("小写字母、数字和下划线，定了就不改"))
    from_on = forms.DateField(label=_("起用日期"), widget=Day)
    field_order = ["zh", "en", "source", "code", "from_on"]

    def clean_code(self):
        """Well formed and free."""
        code = self.cleaned_data["code"]
        if not CODE.fullmatch(code):
            raise forms.ValidationError(_("代码只能用小写字母、数字和下划线，以字母开头。"))
        if Category.objects.filter(pk=code).exists():
            raise forms.ValidationError(_("这个代码已经有了，请换一个。"))
        return code


class EndForm(PlainForm):
    """From when nobody comes under it any more."""

    until_on = forms.DateField(label=_("停用日期"), widget=Day)
