"""Passkeys: what is no proof opens nothing and breaks nothing; the real thing is walked in a real browser (tests/journeys)."""
import json
import re

import pytest
from allauth.mfa.models import Authenticator

from .conftest import by_slip
from .test_second import demanded, guarded, half_in  # noqa: F401

RUBBISH = ["", "{", "null", "[]", "7", '"x"', "{}", '{"id": "x"}', '{"id": "x", "rawId": "x", "type": "public-key", "response": {}}',
           json.dumps({"id": "AAAA", "rawId": "AAAA", "type": "public-key", "clientExtensionResults": {}, "response": {
               "clientDataJSON": "AAAA", "attestationObject": "AAAA", "authenticatorData": "AAAA", "signature": "AAAA"}}),
           json.dumps({"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": {"clientDataJSON": "eyJ0eXBlIjoieCJ9",
                                                                                           "attestationObject": "oA"}}),
           "x" * 9_000]


@pytest.mark.parametrize("credential", RUBBISH)
def test_rubbish_is_no_passkey(county, cadre, credential):
    client = by_slip(cadre, county)
    page = client.get("/second/passkey").content.decode()
    asked = json.loads(re.search('<script id="passkey-options"[^>]*>(.*?)</script>', page)[1])["publicKey"]
    assert asked["rp"] == {"id": "testserver", "name": "青禾县联防"} and asked["user"]["name"] == "yxm01" and len(asked["challenge"]) >= 40
    assert client.post("/second/passkey", {"name": "我的手机", "credential": credential}).status_code == 422
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("credential", RUBBISH[1:])
def test_rubbish_proves_nothing(guarded, credential):  # noqa: F811
    client = half_in("yxm01")
    assert client.post("/sign-in/second", {"code": "-", "credential": credential}).status_code == 422
    assert client.get("/sessions").status_code == 302
