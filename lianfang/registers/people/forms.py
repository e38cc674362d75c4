"""What people ask of the register: a reason to look behind the mask, a category of the county's own."""
import re

from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import Day, PlainForm

from .models import REASONS, Category

CODE = re.compile(r"[a-z][a-z0-9_]{1,29}")


class OpenForm(PlainForm):
    """Why somebody looks."""

    reason = forms.ChoiceField(label=_("为什么要看"), choices=list(REASONS.items()), widget=forms.RadioSelect)


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
