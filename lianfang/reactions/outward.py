"""To and from outside: who is named by another county's letter is taken in; who leaves is awaited there; what must goes up."""
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import day_of
from lianfang.ground.journal.reactions import Reaction
from lianfang.ground.workflow import FLOWS
from lianfang.registers.diseases.queries import disease_word
from lianfang.response.cases import actions as casework
from lianfang.response.cases import queries as cases
from lianfang.response.isolation import actions as isolation
from lianfang.response.testing import actions as testing
from lianfang.response.tracing import queries as tracing
from lianfang.response.transfers import actions as transfers
from lianfang.response.transfers import queries as letters
from lianfang.response.upward import actions as reports
from lianfang.response.upward import queries as upward

from .exposed import exposed, must_be_tested
from .verbs import DECIDED, ENROLLED, LEFT

SOURCE = gettext_noop("外县来函")


def named_cases_are_taken_in(lines):
    """Who is named as a case is one here, unless he is already."""
    found = [one for one in letters.named_facts(lines) if one.kind == "case"]
    ill = cases.ill_already([one.person.pk for one in found])
    for one in found:
        if (one.person.pk, one.disease) not in ill:
            who = one.person
            word = casework.Word(unit=who.unit, name=who.name, person=who, disease=one.disease, channel="other_county",
                                 source=one.county, onset_on=one.onset_on, diagnosed_at=one.diagnosed_at)
            casework.take_in(words=[word], by=named(SYSTEM), at=lines[0].at, because=one.because)


def named_contacts_are_decided(lines):
    """Who is named as a contact of another county's case is put to the table of the exposed, like our own."""
    found = [one for one in letters.named_facts(lines) if one.kind != "case"]
    findings = [exposed(one.person.pk, one.person.unit_id, one.on, one.because, disease=one.disease, kind=one.kind,
                        exposure_on=one.exposed_on, age=one.person.age(one.on), special=one.person.special_need) for one in found]
    if findings:
        isolation.decide(findings=findings, by=named(SYSTEM), at=lines[0].at)


def named_contacts_must_be_tested(lines):
    """He is in the group of contacts, where the day's table has one."""
    must_be_tested("contact", SOURCE, [one.person.pk for one in letters.named_facts(lines) if one.kind != "case"], lines)


def taken_back_are_looked_at(lines):
    """Whose letter is taken back, and who is nobody else's contact: somebody looks at what he is under; it stands until then."""
    people = {told.subject for told in lines}
    still = tracing.still_contacts(people) | letters.named_still(people)
    for told in lines:
        if told.subject not in still:
            isolation.question_exposed(person=told.subject, by=named(SYSTEM), at=told.at, because=told.id)
    if gone := people - still:
        testing.leave(people=gone, group="contact", by=named(SYSTEM), at=lines[0].at, because=lines[0].id)


def leaving_cases_are_awaited(lines):
    """A case who goes to another county, or to its hospital, waits for that county's receipt."""
    for told in lines:
        one = cases.case_named(told.record)
        transfers.send_case(case=one.pk, person=one.person_id, unit=one.unit_id, number=one.number, disease=one.disease,
                            to=one.away_to, reason="moved" if told.verb == "cases.move_away" else "hospital", by=named(SYSTEM),
                            at=told.at, because=told.id)


def cases_go_up(lines):
    """A case whose card is filled or corrected goes up to the city where its class must; its deadline is the card's own."""
    told = {line.record: line for line in lines}
    for one in cases.reported(told):
        line = told[one.case_id]
        with translation.override("zh-hans"):
            title = _("{disease}{klass}1例").format(disease=disease_word(one.disease, day_of(one.clock_at)),
                                              klass=cases.result_word(one.klass))
        reports.open_case(record=one.case_id, person=one.person_id, unit=one.unit_id, disease=one.disease, klass=one.klass, title=title,
                          found_at=one.told_at, known_at=one.clock_at, by=named(SYSTEM), at=line.at, because=line.id)


def ruled_out_go_up_no_more(lines):
    """Who was no case is not reported on."""
    for told in lines:
        reports.drop_case(record=told.record, by=named(SYSTEM), at=told.at, because=told.id)


def counted_of_case(pk) -> dict:
    """What a report to the city says of a case: days and counts alone."""
    found = cases.reported([pk])
    if not found:
        return {}
    index = tracing.index_of_case(pk)
    contacts = [one for one in tracing.contacts_of(index) if one.state not in ("dropped", "recalled")] if index else []
    return {"township": found[0].township, "onset_on": found[0].onset_on, "contacts": len(contacts),
            "watched": sum(one.state == "watched" for one in contacts), "elsewhere": sum(bool(one.elsewhere) for one in contacts)}


def begun_of_case(pk) -> list:
    """What of a case goes up to the city, and where it was sent, for its page."""
    up = [cases.Beside(one.pk, reverse("upward:event", args=[one.pk]), _("上报市指挥部"), str(FLOWS["event"].states[one.state]))
          for one in upward.events_of(pk)]
    return up + [cases.Beside(one.pk, reverse("transfers:departure", args=[one.pk]), _("转到{to}").format(to=one.to),
                              str(FLOWS["departure"].states[one.state])) for one in letters.departures_of(pk)]


cases.hand_in(begun_of_case)
upward.hand_in(counted_of_case, tracing.names_around)

OUTWARD = [
    Reaction("transfers.name_person", named_cases_are_taken_in, ("cases.take_in",)),
    Reaction("transfers.name_person", named_contacts_are_decided, DECIDED),
    Reaction("transfers.name_person", named_contacts_must_be_tested, ENROLLED),
    Reaction("transfers.let_go", taken_back_are_looked_at, ("isolation.ask_review", *LEFT)),
    *(Reaction(f"cases.{verb}", leaving_cases_are_awaited, ("transfers.send_case",)) for verb in ("move_away", "send_out")),
    *(Reaction(f"cases.{verb}", cases_go_up, ("upward.open_event",)) for verb in ("report", "correct")),
    Reaction("cases.rule_out", ruled_out_go_up_no_more, ("upward.drop_event",)),
]
