"""What a password must be, and for how long it is good: a profile chosen in settings, its figures in a table."""
import re
import unicodedata
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianfang.ground import decisions
from lianfang.ground.accounts.proofs import factors
from lianfang.ground.days import day_of, today

from .needs import ORDER, most

TABLE = "passwords"
WORDS, NUMBERS, SIGNS = re.compile(r"[^\W\d_]+"), re.compile(r"\d+"), re.compile(r"[\W_]+")
LETTERS = {"@": "a", "$": "s", "0": "o"}
LOOKS_LIKE = re.compile(r"(?<=[a-z])[@$0](?=[a-z@$0])")  # P@ssw0rd, but not the @ of Admin@123
REPEATED = re.compile(r"^(.+?)\1+$")
SHORT = 4  # signs: fewer behind a common word are no secret of their own


def rule(account, on) -> dict:
    """What holds for this account's password on a day."""
    has_second = account is not None and (factors.enrolled(account) or most(account, on) == ORDER[-1])
    facts = {"profile": settings.PASSWORD_PROFILE, "second": has_second}
    return decisions.decide(TABLE, facts, on=on).result


def good_until(account, at):
    """The moment from which it must be changed; None where it need not be, or nobody knows how old it is."""
    days = rule(account, day_of(at))["days"]
    return account.password_at + timedelta(days=days) if days and account.password_at and not account.is_demo else None


def days_to_warn(account, at) -> int | None:
    """How many days are left, once there are few enough to be told."""
    until, before = good_until(account, at), rule(account, day_of(at))["warn_days"]
    return max((until - at).days, 0) if until and before and until - at < timedelta(days=before) else None


def kinds_in(password) -> int:
    """Of small letters, capitals, digits and other signs; a sign of another script is none of the first three."""
    found = {{"Ll": "small", "Lu": "capital", "Nd": "digit"}.get(unicodedata.category(sign), "other") for sign in password}
    return len(found)


class ProfileValidator:
    """As long as the profile says, and of as many kinds of signs as it says, if it says any."""

    def validate(self, password, user=None):
        """Complain in words that say the mend."""
        said = rule(user, today())
        if len(password) < said["length"]:
            raise ValidationError(_long_enough(said["length"]), code="password_too_short")
        if said["kinds"] and kinds_in(password) < said["kinds"]:
            raise ValidationError(_kinds(said["kinds"]), code="password_too_plain")

    def get_help_text(self):
        """For a page that knows nobody."""
        return help_text(None)


class CommonValidator(CommonPasswordValidator):
    """Django's twenty thousand common ones, also as people make them fit: signs between, digits behind, @ for a, twice over."""

    def validate(self, password, user=None):
        """Complain in words that say the mend."""
        typed = password.strip().casefold()
        if any(self._is_common(form) for form in {typed, LOOKS_LIKE.sub(lambda sign: LETTERS[sign[0]], typed)}):
            says = _("这个密码太常见：常用的词和数字，中间、后面加几个符号也算。请换一个别人想不到的。")
            raise ValidationError(says, code="password_too_common")

    def _is_common(self, form):
        if not self.passwords.isdisjoint({form, SIGNS.sub("", form), _once(form)}):
            return True
        words, numbers = ({_once(run) for run in runs.findall(form)} for runs in (WORDS, NUMBERS))
        if len(words) > 1 or len(numbers) > 1 or not words | numbers:
            return False
        return all(run in self.passwords or len(run) < SHORT for run in words | numbers)


def _once(text):
    """What a text repeats, once; 123123 is 123."""
    return REPEATED.sub(r"\1", text)


def help_text(account) -> str:
    """What is asked of this account's password."""
    said = rule(account, today())
    return " ".join([_long_enough(said["length"]), *([_kinds(said["kinds"])] if said["kinds"] else [])])


def _long_enough(n):
    return ngettext("密码至少要 %(n)d 位。", "密码至少要 %(n)d 位。", n) % {"n": n}


def _kinds(n):
    return _("小写字母、大写字母、数字、符号里至少要有 %(n)d 种。") % {"n": n}
