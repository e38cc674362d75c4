"""Forms of admission: signing in, choosing a password, adding an account, giving a role, handing in a sheet."""
from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.proofs import tries
from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.days import SHANGHAI, now
from lianfang.ground.ui.forms import Day, PlainForm

from .passwords import help_text
from .throttle import again_keys, take, was_wrong


class SignInForm(AuthenticationForm):
    """Name and password; what is wrong is said in a way that tells a guesser nothing."""

    error_messages = {"invalid_login": _("登录名或密码不对。密码里的字母分大小写；忘了密码，请本单位的账号管理员重发一张登录条。")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("登录名或手机号")
        self.fields["password"].label = _("密码")
        self.fields["username"].error_messages = {"required": _("请填写登录名。")}
        self.fields["password"].error_messages = {"required": _("请填写密码。")}


def new_password(label, autofocus=False):
    """A field for a password that is being chosen."""
    return forms.CharField(label=label, strip=False, max_length=128,
                           widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "autofocus": autofocus}))


class ChoosePassword(PlainForm):
    """A password, twice."""

    password = new_password(_("新密码"))
    again = new_password(_("再填一遍"))

    def __init__(self, *args, account, **kwargs):
        super().__init__(*args, **kwargs)
        self.account = account
        self.fields["password"].help_text = help_text(account)

    def clean_password(self):
        """Long enough and not easily guessed."""
        chosen = self.cleaned_data["password"]
        password_validation.validate_password(chosen, self.account)
        return chosen

    def clean(self):
        """Both the same."""
        found = super().clean()
        if "password" in found and "again" in found and found["password"] != found["again"]:
            self.add_error("again", _("两遍填得不一样，请重新填。"))
        return found


def old_password():
    """A field for the password one has."""
    return forms.CharField(label=_("现在的密码"), strip=False, max_length=128,
                           widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))


class PasswordAgain(PlainForm):
    """The password once more, before something is changed that keeps others out."""

    old = old_password()

    def __init__(self, *args, account, **kwargs):
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_old(self):
        """It must be right; whoever guesses at a desk left open waits, too."""
        keys, at = again_keys(self.account), now()
        until, taken = take(keys, at)
        if until:
            raise forms.ValidationError(_("试错太多，%(at)s 以后再填。") % {"at": f"{until.astimezone(SHANGHAI):%H:%M:%S}"})
        if not self.account.check_password(self.cleaned_data["old"]):
            was_wrong(taken, keys, at, self.account)
            raise forms.ValidationError(_("现在的密码不对。"))
        tries.give_back(taken)
        return self.cleaned_data["old"]


class TypeFactor(PlainForm):
    """The six digits of an authenticator, the eight of a code on paper, or what a passkey answered."""

    code = forms.CharField(label=_("数字码"), max_length=12, widget=forms.TextInput(
        attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}))
    credential = forms.CharField(required=False, max_length=10_000, widget=forms.HiddenInput)


class Passkey(PlainForm):
    """A passkey that was just made, and what its owner calls it."""

    name = forms.CharField(label=_("叫它什么"), max_length=40, help_text=_("比如“办公室电脑”“我的手机”。"))
    credential = forms.CharField(max_length=10_000, widget=forms.HiddenInput)


class Subject(PlainForm):
    """What the county's sign-on calls somebody: never a name or an address of his."""

    subject = forms.CharField(label=_("统一登录编号"), max_length=190,
                              help_text=_("统一登录里这个人的 sub，向管统一登录的人要，一个字不差地填。"))


class ChangePassword(ChoosePassword):
    """The old one first."""

    old = old_password()
    field_order = ["old", "password", "again"]
    clean_old = PasswordAgain.clean_old

    def clean(self):
        """Another one."""
        found = super().clean()
        if self.account.check_password(found.get("password", "")):
            self.add_error("password", _("这就是现在的密码，请换一个新的。"))
        return found


class TypeCode(PlainForm):
    """The code of a slip, typed from paper."""

    code = forms.CharField(label=_("一次码"), max_length=40, help_text=_("登录条上“一次码”后面的 12 位，横线可以不填，大小写都行。"),
                           widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}))


class UnitField(forms.CharField):
    """A unit by code, name or chain of names, found within somebody's reach."""

    def __init__(self, **options):
        super().__init__(**{"label": _("单位"), "max_length": 200, "help_text": _("填名称、官方代码，或写成“街道/社区/网格”。"), **options})


class Post(PlainForm):
    """A role at a unit from a day, maybe until another."""

    role = forms.ChoiceField(label=_("角色"))
    unit = UnitField()
    from_on = forms.DateField(label=_("从哪天起"), widget=Day)
    until_on = forms.DateField(label=_("到哪天止"), widget=Day, required=False, help_text=_("这一天还算在内；不填就一直有效。"))

    def __init__(self, *args, roles, find, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [("", _("请选择"))] + [(code, ROLES[code].label) for code in roles]
        self.find = find

    def clean_unit(self):
        """The unit that is meant, within reach."""
        return self.find(self.cleaned_data["unit"])

    def clean(self):
        """The role must fit the unit, and the days each other."""
        found = super().clean()
        if found.get("role") and found.get("unit") and not ROLES[found["role"]].fits(found["unit"].level):
            self.add_error("unit", _("“%(role)s”不能放在这么大的单位上，请选更小的单位。") % {"role": ROLES[found["role"]].label})
        if found.get("until_on") and found.get("from_on") and found["until_on"] < found["from_on"]:
            self.add_error("until_on", _("结束日期早于开始日期，请核对。"))
        return found


class NewAccount(Post):
    """Somebody new, with a first role."""

    name = forms.CharField(label=_("姓名"), max_length=80)
    phone = forms.RegexField(r"^1\d{10}$", label=_("手机号"), required=False,
                             error_messages={"invalid": _("手机号不是 1 开头的 11 位数字，请核对。")})
    field_order = ["name", "phone", "role", "unit", "from_on", "until_on"]


class SheetForm(PlainForm):
    """A sheet of accounts."""

    sheet = forms.FileField(label=_("账号表"), help_text=_("Excel（.xlsx、.xls）或 CSV。第一次填请先下载空表。"))
