"""The county's own sign-on, as the environment names it: issuer, client, and a file with the client's secret."""
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

PROVIDER = "county"
NEAR = {"127.0.0.1", "localhost", "::1"}


def chosen(environment) -> dict:
    """What was chosen; {} where the county has no sign-on. What is half said, or would send secrets in clear, stops the start."""
    said = {name.lower(): environment.get(f"LIANFANG_OIDC_{name}", "") for name in ("ISSUER", "CLIENT", "SECRET_FILE", "NAME", "SECOND")}
    if not said["issuer"]:
        return {}
    if not (said["client"] and said["secret_file"]):
        raise ImproperlyConfigured("LIANFANG_OIDC_ISSUER needs LIANFANG_OIDC_CLIENT and LIANFANG_OIDC_SECRET_FILE")
    asked = urlsplit(said["issuer"])
    if asked.scheme != "https" and asked.hostname not in NEAR:
        raise ImproperlyConfigured("LIANFANG_OIDC_ISSUER begins with https://")
    try:
        secret = Path(said["secret_file"]).read_text(encoding="utf-8").strip()
    except OSError as wrong:
        raise ImproperlyConfigured(f"LIANFANG_OIDC_SECRET_FILE: {wrong.strerror}") from wrong
    return {"issuer": said["issuer"].rstrip("/"), "client": said["client"], "secret": secret, "name": said["name"],
            "is_second_trusted": said["second"] == "1"}


def app(sign_on) -> dict:
    """The same in the words of allauth."""
    return {"provider_id": PROVIDER, "name": sign_on["name"] or PROVIDER, "client_id": sign_on["client"], "secret": sign_on["secret"],
            "settings": {"server_url": sign_on["issuer"], "oauth_pkce_enabled": True, "scope": ["openid"], "fetch_userinfo": False}}
