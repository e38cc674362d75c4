"""The interface is what its OpenAPI document says: made-up requests meet no fault, and no answer that is not written there."""
import gzip
from copy import deepcopy

import pytest
import requests
import schemathesis
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from lianfang.entry.api.v1 import document

EXAMPLES = {"sqlite": 25, "postgresql": 8}  # of each operation and each kind, the same each time
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
SCHEMA = schemathesis.openapi.from_dict(document())
OWN = {"content-type", "content-length", "cookie", "host"}
OPERATIONS = [found.ok() for found in SCHEMA.get_all_operations()]
OF_A_PLACE = {"photos", "carry", "names"}  # they name something there is: made-up ids answer 404
MODES = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]


def test_the_document_is_openapi_3_1_and_names_every_address():
    found = document()
    assert found["openapi"] == "3.1.0" and found["info"]["version"].startswith("1.")
    assert {"/api/v1/outbox", "/api/v1/carry", "/api/v1/boxes", "/api/v1/me", "/api/v1/sign-out"} <= set(found["paths"])
    assert all(told["summary"] and "security" in told for methods in found["paths"].values() for told in methods.values())


def sent(phone, case):
    """What the server answers, as schemathesis reads it."""
    asked = requests.Request(**case.as_transport_kwargs(base_url="http://testserver")).prepare()
    body = asked.body.encode() if isinstance(asked.body, str) else asked.body or b""
    found = phone.client.generic(asked.method, asked.path_url, body, content_type=asked.headers.get("Content-Type", ""),
                                 headers={name: text for name, text in asked.headers.items() if name.lower() not in OWN})
    headers = {name.lower(): [text] for name, text in found.headers.items()}
    content = gzip.decompress(found.content) if found.get("Content-Encoding") == "gzip" else found.content
    return schemathesis.Response(found.status_code, headers, content, asked, elapsed=0.1, verify=False)


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.value)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: f"{one.method} {one.path}")
def test_no_request_breaks_it(operation, mode, phone, checks):
    seen, cookies = [], deepcopy(phone.client.cookies)

    @settings(max_examples=EXAMPLES[connection.vendor], phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None)
    @given(case=operation.as_strategy(generation_mode=mode))
    def anything(case):
        case.cookies = {}  # the session is the phone's own
        phone.client.cookies = deepcopy(cookies)
        with transaction.atomic():
            answer = sent(phone, case)
            transaction.set_rollback(True)
        case.validate_response(answer, checks=CHECKS)
        seen.append(answer.status_code)

    anything()
    assert seen and (mode is not GenerationMode.POSITIVE or 200 in seen or operation.path.split("/")[3] in OF_A_PLACE), seen


def test_the_page_in_words_names_every_address(phone):
    page = phone.client.get("/api/v1/").content.decode()
    assert all(path in page for path in document()["paths"]) and "isolation.record_check" in page
