"""The county's own sign-on (OpenID Connect): it says who somebody is; only a subject linked beforehand opens an account.

allauth walks the protocol. Where it trusts, this asks again: the signature is always verified, the issuer is the one that was
chosen, and the answer belongs to this browser's question (nonce). No account is made, none is found by mail, no claim is kept.
"""
import logging
import secrets
from hmac import compare_digest

import jwt
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from requests import RequestException

from lianfang.ground.accounts.proofs.links import PROVIDER
from lianfang.ground.days import now

from . import doors

log = logging.getLogger(__name__)
SIGNED_BY = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
NEEDED = ["exp", "iat", "iss", "aud", "sub", "nonce"]
LONGEST = SocialAccount._meta.get_field("uid").max_length
LEEWAY = 60  # seconds another server's clock may be off
WRONG = (OAuth2Error, RequestException, AttributeError, LookupError, TypeError, ValueError)  # however the other side answers
MANY = "mfa"  # what a token says of a sign-on with several factors: RFC 8176


class Protocol(OpenIDConnectOAuth2Adapter):
    """Asks of the answer what allauth takes on trust."""

    def get_provider(self):
        """The one sign-on of this installation."""
        return County(self.request, app=get_adapter().get_app(self.request, provider=PROVIDER))

    def get_callback_url(self, request, app):
        """Where the sign-on sends people back to."""
        return request.build_absolute_uri(reverse("accounts:sign_on_back"))

    @property
    def openid_config(self):
        """What the sign-on says of itself; it must be the one that was chosen."""
        found = super().openid_config
        if str(found.get("issuer", "")).rstrip("/") != settings.SIGN_ON["issuer"]:
            raise OAuth2Error("the issuer is another")
        return found

    def complete_login(self, request, app, token, **answer):
        """Who it is; of all that is said only the subject goes on."""
        request.claims = self.claims(answer["response"].get("id_token") or "")
        return self.get_provider().sociallogin_from_response(request, {"id_token": {"sub": str(request.claims["sub"])}})

    def claims(self, id_token) -> dict:
        """The content of a token that this issuer signed for this client."""
        try:
            with get_adapter().get_requests_session() as session:
                keys = jwt.PyJWKSet.from_dict(session.get(self.openid_config["jwks_uri"]).json())
            key = keys[jwt.get_unverified_header(id_token).get("kid")]
            found = jwt.decode(id_token, key, algorithms=SIGNED_BY, audience=settings.SIGN_ON["client"], leeway=LEEWAY,
                               issuer=self.openid_config["issuer"], options={"require": NEEDED})
        except (jwt.PyJWTError, AttributeError, LookupError, TypeError, ValueError) as wrong:
            raise OAuth2Error("the token is not good") from wrong
        if found.get("azp", settings.SIGN_ON["client"]) != settings.SIGN_ON["client"]:
            raise OAuth2Error("the token is for another client")
        if len(found["sub"]) > LONGEST:
            raise OAuth2Error("nobody's number is so long")
        return found


class County(OpenIDConnectProvider):
    """allauth's provider, asking through our protocol."""

    oauth2_adapter_class = Protocol


class SignOn(DefaultSocialAccountAdapter):
    """Ends allauth's walk where ours begins: nobody is signed up, connected, or signed in by it."""

    def pre_social_login(self, request, sociallogin):
        """The answer must belong to the question; then the account of the subject, if somebody linked one."""
        asked = (sociallogin.state.get("data") or {}).get("nonce", "")
        if not asked or not compare_digest(asked.encode(), str(request.claims["nonce"]).encode()):
            raise ImmediateHttpResponse(failed(request, "another's question"))
        link = SocialAccount.objects.filter(provider=PROVIDER, uid=sociallogin.account.uid, user__is_active=True).select_related("user")
        request.arrived = link.first(), sociallogin.state.get("next")
        raise ImmediateHttpResponse(HttpResponse())

    def on_authentication_error(self, request, provider, exception=None, **_more):
        """Whatever went wrong, a plain page; what exactly is no matter of the visitor's."""
        raise ImmediateHttpResponse(failed(request, exception))

    def is_open_for_signup(self, request, sociallogin):
        """Never."""
        return False


def failed(request, why):
    """The sign-on did not answer, or not to this question; the log names the kind of fault, never what was sent."""
    kind = type(why.__cause__ or why).__name__ if isinstance(why, BaseException) else why or "turned back"
    log.warning("the sign-on failed: %s", kind)
    return render(request, "admission/second/sign_on_failed.html", status=502)


def _arrived(request, link, there):
    if link is None:
        return render(request, "admission/second/not_linked.html", {"subject": str(request.claims["sub"])[:200]}, status=403)
    there = there if there and url_has_allowed_host_and_scheme(there, {request.get_host()}) else resolve_url(settings.LOGIN_REDIRECT_URL)
    said = request.claims.get("amr")
    if settings.SIGN_ON["is_second_trusted"] and isinstance(said, list) and MANY in said:
        return doors.enter(request, link.user, now(), there, strength="second", by_password=False)
    return doors.arrive(request, link.user, now(), there, by_password=False)


def away(request, there):
    """To the sign-on, with a question only this browser can hear the answer to."""
    nonce = secrets.token_urlsafe(32)
    try:
        provider = Protocol(request, PROVIDER).get_provider()
        return provider.redirect(request, "login", next_url=there, data={"nonce": nonce}, auth_params={"nonce": nonce})
    except WRONG as wrong:
        return failed(request, wrong)


def back(request):
    """With the answer: in, or to what else must be shown, or told what went wrong."""
    request.arrived = None
    try:
        answer = OAuth2CallbackView.adapter_view(Protocol(request, PROVIDER))(request)
    except WRONG as wrong:
        return failed(request, wrong)
    return _arrived(request, *request.arrived) if request.arrived else answer
