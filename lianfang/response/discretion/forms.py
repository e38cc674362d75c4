"""What is asked of whoever looks from outside, and of whoever protects an address."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.models import Account
from lianfang.ground.ui.forms import PlainForm
from lianfang.registers.people.queries import BREAK_GLASS, OPEN, reasons

from .clocks import reasons as protecting


class AcrossForm(PlainForm):
    """Whom, by a whole number, and why."""

    number = forms.CharField(label=_("完整的证件号或手机号"), max_length=30, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    reason = forms.ChoiceField(label=_("为什么要看"), widget=forms.RadioSelect)
    words = forms.CharField(label=_("写清楚是怎么回事"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = list(reasons(BREAK_GLASS, on).items())


class ProtectForm(PlainForm):
    """Why, and who may know."""

    reason = forms.ChoiceField(label=_("为什么要保护"), widget=forms.RadioSelect)
    minder = forms.CharField(label=_("包保人的登录名"), max_length=60, help_text=_("只有他和下面的人看得到住址；他的事都由他办"))
    others = forms.CharField(label=_("还让谁知道（登录名，用空格隔开）"), max_length=300, required=False)

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = list(protecting(on).items())

    def clean_minder(self):
        """One account."""
        return _accounts(self.cleaned_data["minder"].split()[:1])[0]

    def clean_others(self):
        """Any number of accounts."""
        return _accounts(self.cleaned_data["others"].split())


class AddressForm(PlainForm):
    """Why somebody who was named looks."""

    reason = forms.ChoiceField(label=_("为什么要看"), widget=forms.RadioSelect)

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = list(reasons(OPEN, on).items())


class EndForm(PlainForm):
    """What becomes of the address."""

    is_put_back = forms.ChoiceField(label=_("住址怎么办"), widget=forms.RadioSelect,
                                    choices=[("no", _("不恢复：以后重新登记")), ("yes", _("恢复到原来的门户"))])

    def clean_is_put_back(self):
        """Yes or no."""
        return self.cleaned_data["is_put_back"] == "yes"


def _accounts(logins) -> list[Account]:
    known = Account.objects.of_people().filter(login__in=[one.lower() for one in logins], is_active=True)
    found = {account.login: account for account in known}
    if missing := [one for one in logins if one.lower() not in found]:
        raise forms.ValidationError(_("没有这个账号：%(login)s。"), params={"login": missing[0]})
    return [found[one.lower()] for one in logins]
