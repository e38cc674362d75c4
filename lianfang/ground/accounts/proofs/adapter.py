"""What allauth's second factors ask of this house: where secrets are kept, and by what name this site is known to a passkey."""
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import urlsplit

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.utils.translation import gettext as _

from ...units.models import Unit
from ..models import FactorSecret

_whose: ContextVar = ContextVar("whose")


@contextmanager
def secrets_of(account):
    """Inside, what allauth has encrypted belongs to this account."""
    token = _whose.set(account)
    try:
        yield
    finally:
        _whose.reset(token)


class FactorAdapter(DefaultMFAAdapter):
    """Secrets lie sealed in a table of their own, so that a new data key reaches them; allauth's rows hold only their number."""

    def encrypt(self, text):
        """Keep a secret; what stands for it."""
        return str(FactorSecret.objects.create(account=_whose.get(), secret=text).pk)

    def decrypt(self, encrypted_text):
        """The secret itself."""
        return FactorSecret.objects.get(pk=int(encrypted_text)).secret.open()

    def get_totp_label(self, user):
        """As it stands in the list of an authenticator app."""
        return user.login

    def get_totp_issuer(self):
        """青禾县联防."""
        return self._get_site_name()

    def _get_site_name(self):
        county = Unit.objects.filter(parent=None).order_by("pk").values_list("name", flat=True).first() or settings.COUNTY_NAME
        return _("{county}联防").format(county=county)

    def get_public_key_credential_rp_entity(self):
        """The name of the host binds a passkey: on another host it does not even offer itself."""
        return {"id": urlsplit(f"//{context.request.get_host()}").hostname, "name": self._get_site_name()}

    def get_public_key_credential_user_entity(self, user):
        """No name and no phone leaves this machine: the login alone."""
        return {"id": str(user.pk).encode(), "display_name": user.login, "name": user.login}
