"""A canary in every sealed column: whoever opens whatever page, sheet or paper, it is seen only where it is said that it may be."""
import io
import logging
import zipfile

import pytest
from django.db import connection

from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.accounts.scope import everything
from lianfang.ground.vault import seal_bytes
from lianfang.ground.vault.envelopes import columns
from lianfang.registers.people.models import Entry
from lianfang.response.isolation.actions import ask as ask_for
from lianfang.response.isolation.models import Order, Result
from lianfang.response.screening.models import Arrival, Doubt, Lead
from tests import reading
from tests.cast import STAFF
from tests.samples.isolation import order, person
from tests.samples.screening import done, doubt

from .standing import db, stage, standing  # noqa: F401
from .test_access import ALL, ANSWERED, GUARDED, ask, browser, url_of
from .test_exports import EXPORTING, NEVER_TAKEN, OF_NOBODY, XLSX

pytestmark = pytest.mark.crawl
IS_FULL = True

PERSONAL = {"people.id_number", "people.phone", "people.address", "isolation.result", "screening.remark"}
SHOWN = {
    **{one: {"discretion:window"} for one in PERSONAL},  # by whoever broke the glass, with his reason, within his minutes
    **{f"people.{one}": {"discretion:window", "tracing:letter"} for one in ("address",)},  # whom to take over
    "people.id_number": {"discretion:window", "tracing:letter", "tracing:recall", "transfers:print_letter"},
    "people.phone": {"discretion:window", "tracing:letter", "transfers:print_letter"},
    "accounts.phone": {"isolation:notice"},  # whom to call: the minder's, on the paper of whom he minds
    "hospitals.member_phone": {"hospitals:hospital", "hospitals:change_member"},  # whom of a task force to call
    **{f"hospitals.{one}": {"hospitals:problem"} for one in ("problem", "mended", "problem_why")},  # by whoever is to mend it
    **{f"hospitals.{one}": {"hospitals:week"} for one in ("why", "reason")},
    "command.phone": {"command:group"},  # whom of a working group to call, by whoever leads the headquarters or is in it
    "discretion.words": {"discretion:glimpse", "discretion:end_glimpse"},  # by the lead whose person it is
    **{f"checkpoints.{one}": {"checkpoints:letter"} for one in ("name", "id_number", "phone", "plate")},  # to the other county, on paper
    **{f"cases.{one}": {"cases:print_card"} for one in ("guardian", "doctor", "remark", "reason")},
    **{f"cases.{one}": {"cases:print_card", "incident:report"} for one in ("name", "id_number", "employer", "phone", "address")},
    **{f"cases.{one}": {"incident:report"} for one in ("first_visit_at", "course", "chronic", "history", "symptoms", "exposed_place",
                                                       "exposed_note")},  # the team's own report of the investigation
    **{f"outside.{one}": {"tracing:contact", "tracing:contact_diary", "transfers:departure", "upward:event"}
       for one in ("phone", "note")},  # whom of another county, of the city, to call back
    **{f"transfers.{one}": {"transfers:incoming"} for one in ("phone", "note")}, "transfers.why": {"transfers:departure"},
    **{f"cases.shift_{one}": {"cases:shift_note"} for one in ("standing", "next")}, "upward.why": {"upward:event"},
    **{f"directives.{one}": {"directives:task"} for one in ("done", "why")},  # by whoever gives, does or checks it
    **{f"directives.{one}": {"directives:shift"} for one in ("note", "answer")},  # by the next at the desk
    "cases.summary": {"incident:report", "incident:print_file"}, "cases.ending": {"incident:print_file"},
    "checkpoints.to": {"checkpoints:letter", "checkpoints:notice"}, "checkpoints.answer": {"checkpoints:notice"},
    "checkpoints.pass_plate": {"checkpoints:print_passes"},  # on the vehicle's own pass
    **{f"inspection.{one}": {"inspection:sheet"} for one in ("answers", "note")},  # by the unit that was inspected, too
    **{f"inspection.{one}": {"inspection:problem"} for one in ("problem", "fixed", "checked")},
    **{f"inspection.{one}": {"inspection:dispute_page"} for one in ("dispute", "decided")},
    **{f"inspection.{one}": {"inspection:complaint"} for one in ("complaint", "contact", "answered")},
    "command.recall": {"command:called"},  # by himself and his desk
    "inspection.last_place": {"inspection:last_place"},  # by the unit's own and who rank it
    "inspection.case": {"inspection:case"}, "inspection.written": {"inspection:written"},
    "inspection.market_case": {"inspection:market_case"},
    **{f"inspection.{one}": {"inspection:assessment"} for one in ("seen", "reply")},  # by the cadre himself, and who assesses
    **{f"screening.lead_{one}": {"screening:sheets_down"} for one in ("id", "phone", "remark")},  # whom a village is to look for
}
WRITING = ("officer", "lab", None)  # what a refused form says it says to all: to the widest, the narrowest, and a stranger
SHEET = "?export=xlsx"
TAKING_TURNS = ("leader", "township", "cadre", "grid", "post", "epi", "supervisor", "admin")
CANARIES = {f"CANARY{n:02d}QXJZ{n * 7919:06d}": column for n, column in enumerate(columns())}


@pytest.fixture
def planted(stage):  # noqa: F811
    """A stage in which every sealed value of every row is its column's canary."""
    with everything():
        unit, at = stage.unit, stage.cast.at
        entry = Entry.objects.create(unit=unit, source=stage.of(done), name="演练丙")
        roster = Doubt.objects.get(pk=stage.of(doubt)).roster_id
        Lead.objects.create(roster_id=roster, unit=unit, sheet="名册", row=9, entry=entry, found_at=at)
        Result.objects.create(order_id=stage.of(order), unit=unit, taken_on=stage.cast.on, recorded_by=stage.near, recorded_at=at)
        ask_for(order=Order.objects.get(pk=stage.of(order)), kind="food", wish="米", by=stage.near, at=at)
    with connection.cursor() as cursor:
        for canary, column in CANARIES.items():
            cursor.execute(f'UPDATE "{column.table}" SET "{column.name}" = %s', [seal_bytes(column.purpose, canary.encode())])
            assert cursor.rowcount, f"{column.purpose}: no row of {column.table} stands on the stage"
    return stage


def clear(content: bytes, kind: str) -> str:
    """Everything an answer says, however it is packed."""
    if kind == "application/pdf":
        return reading.text(content)
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    return content.decode("utf-8", "replace")


def seen(text) -> set:
    """The purposes whose canary stands in a text."""
    return {CANARIES[canary].purpose for canary in CANARIES if canary in text}


def told(stage, account, writes=True, addresses=ALL):  # noqa: F811
    """All the site says to somebody: each address written to and opened, as a page and as a sheet where it has one.

    Of the addresses that are refused to him (test_access asks them all) one is asked, for what a refusal says; and whoever was refused is
    not asked again: one guard stands before an address, however it is asked.
    """
    client = browser(account)
    for address in which_open(account, addresses):
        url, status = url_of(address, stage), 200
        tails = ("", SHEET) if address.name in EXPORTING | NEVER_TAKEN else (SHEET,)  # where there is no sheet, this is the page
        for method, tail in [("post", "")] * writes + [("get", tail) for tail in tails]:
            if status == 403 or (tail and len(tails) > 1 and status == 405):
                continue
            answer, _content, _written = ask(client, method, url + tail)
            status = answer.status_code
            body = b"".join(answer) if answer.streaming else answer.content
            yield address.name, answer, clear(body, answer.get("Content-Type", "")) + str(answer.headers)


def which_open(account, addresses):
    """Those an account has the right to, and the first it has not."""
    if account is None:
        return addresses
    with everything():
        roles = Assignment.objects.filter(account=account).values_list("role", flat=True)
        rights = {None, "", *(right for role in roles for right in ROLES[role].rights)}
    return [one for one in addresses if one.right in rights] + [one for one in addresses if one.right not in rights][:1]


def in_turn(part, parts, at_once=2):
    """The addresses that are a part's: each is opened by so many of these parts, one after the other, beside whoever opens all."""
    if part not in parts:
        return ALL
    return [address for n, address in enumerate(ALL) if (parts.index(part) - n) % len(parts) < at_once]


def test_whoever_takes_turns_has_no_right_that_the_officer_lacks():
    near = ROLES["duty_officer"].rights | ROLES["supervisor"].rights  # as Stage.near holds them
    assert all(ROLES[STAFF[part][1]].rights <= near for part in TAKING_TURNS)


@pytest.mark.parametrize("part", [*(part for part in STAFF if not part.startswith("far_")), None])  # theirs: test_scope
def test_nobody_sees_a_canary_but_where_it_is_said(part, planted, caplog):
    caplog.set_level(logging.DEBUG)
    account, found, answers = getattr(planted.cast, part) if part else None, set(), {}
    for name, answer, text in told(planted, account, part in WRITING, in_turn(part, TAKING_TURNS)):
        found |= {(purpose, name) for purpose in seen(text)}
        is_sheet = answer.request["REQUEST_METHOD"] == "GET" and answer.get("Content-Type") == XLSX
        answers.setdefault(name, []).append((answer.status_code, is_sheet))
    assert {one for one in found if one[1] not in SHOWN.get(one[0], ())} == set(), part
    assert not seen(caplog.text)
    if part == "officer":
        opens_to_who_may(answers)


def opens_to_who_may(answers):
    """Whoever has every right over the county is refused nowhere, and takes away the lists that are known, and no others."""
    mine = {address.name for address in GUARDED}
    refused = {(name, status) for name in mine for status, _is_sheet in answers[name] if status not in ANSWERED}
    assert refused == {(name, 403) for name in NEVER_TAKEN}, "is the sample right?"
    assert {name for name in mine if {status for status, _is_sheet in answers[name]} == {405}} == set()
    assert {name for name in mine if any(is_sheet for _status, is_sheet in answers[name])} == EXPORTING | OF_NOBODY, "name it in EXPORTING"


# What nobody is shown whole: it only matches rows, dials, or is masked where two records are compared.
NEVER = {"closures.plate", "accounts.factor", "sensors.key", "checkpoints.origin", "checkpoints.destination",
         *(f"checkpoints.entry_{one}" for one in ("name", "id_number", "phone", "origin", "destination")),
         *(f"testing.booked_{one}" for one in ("name", "id", "phone")),
         "doorstep.answers", "doorstep.note", "doorstep.claim_id", "tracing.note", "people.entry_id", "people.entry_phone"}
# Shown to whoever it belongs to or must act on it, as the tests of its own loop hold.
HELD_THERE = {"abnormal.seen", "abnormal.measured",
              *(f"laboratory.{one}" for one in ("outcome", "person_outcome", "ct", "why", "note", "dropped")),
              "cases.found", "cases.revisit_found", "cases.revisit_notes",
              *(f"cases.{one}" for one in ("informant_name", "informant_phone", "first_visit_at", "chronic", "course", "history", "before",
                                           "symptoms", "exposed_place", "exposed_note")),
              "isolation.evidence", "isolation.handover_reason", "isolation.held_request", "isolation.check_note",
              "isolation.alarm_answer", "isolation.deviation_evidence", "redress.appeal_answer", "redress.exception_evidence",
              "screening.doubt_phone", "outbox.content", "outbox.says", "outbox.place"}
BEHIND = {  # address → what somebody who may sees there, once he has given a reason
    "people:open": PERSONAL,
    "discretion:window": PERSONAL,
    "discretion:open_address": {"discretion.place", "discretion.address"},
    "redress:read_appeal": {"redress.appeal"},
    "redress:read_correction": {"redress.right", "redress.claim", "redress.claim_answer"},
    "testing:read": {"testing.outcome", "testing.evidence"},
    "abnormal:read": {"abnormal.words", "abnormal.held_at", "abnormal.why"},
    "cases:read": {"cases.source", "cases.summary", "cases.ending", "cases.link_note"},
    "directives:read_call": {f"directives.{one}" for one in ("caller", "phone", "detail")},
    "closures:read_event": {f"closures.{one}" for one in ("name", "phone", "place")},
    "isolation:read_need": {"isolation.need"},
    "isolation:read_easing": {"isolation.easing_evidence"},
}


@pytest.mark.parametrize("name", BEHIND)
def test_behind_a_reason_it_is_seen_so_that_these_tests_would_see_it(planted, name):
    with everything():
        Arrival.objects.update(person=planted.of(person))
    [address] = [one for one in ALL if one.name == name]
    url = url_of(address, planted)
    answer = browser(planted.near).post(url, {"reason": "visit"}, follow=True)
    assert BEHIND[name] <= seen(answer.content.decode()), answer.status_code


def test_of_every_sealed_value_it_is_said_who_sees_it():
    said = {*SHOWN, *NEVER, *HELD_THERE, *(one for many in BEHIND.values() for one in many)}
    assert {column.purpose for column in columns()} == said
