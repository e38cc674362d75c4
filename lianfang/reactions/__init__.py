"""When this happens there, do that here: the only place where loops meet."""
from uuid import UUID

from django.utils.translation import gettext_noop

from lianfang.ground import decisions
from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import day_of, day_start
from lianfang.ground.journal.reactions import Reaction
from lianfang.ground.units.models import Unit
from lianfang.registers.people.queries import persons
from lianfang.registers.people.queries.bound import bound as isolated
from lianfang.response.abnormal import queries as abnormal
from lianfang.response.cases import actions as casework
from lianfang.response.cases import queries as cases
from lianfang.response.checkpoints import queries as gates
from lianfang.response.doorstep import queries as doorstep
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation import queries as orders
from lianfang.response.laboratory import queries as laboratory
from lianfang.response.redress import actions as redress
from lianfang.response.redress import queries as appeals
from lianfang.response.risk import actions as risk
from lianfang.response.risk import queries as risks
from lianfang.response.screening import actions as rosters
from lianfang.response.screening import queries as screening
from lianfang.response.sites import queries as sites
from lianfang.response.testing import actions as testing
from lianfang.response.testing import queries as test_groups
from lianfang.response.tracing import actions as tracers
from lianfang.response.tracing import queries as tracing

from .doors import DOORS
from .outward import outward
from .rooms import ROOMS
from .sampling import SAMPLING

UNKNOWN = "unknown"
DECIDED = ("isolation.decide", "isolation.issue", "isolation.record_over", "isolation.extend", "isolation.replace", "isolation.lapse_check",
           "isolation.send_back", "isolation.ask_review", "isolation.raise_alarm")
WITHDRAWN = ("tracing.close_index", "tracing.withdraw", "tracing.recall", "tracing.reopen_index", "people.leave")
TRACED = (*WITHDRAWN, "tracing.open_index", "tracing.retime_index", "tracing.recompute", "tracing.turn")
ENROLLED, LEFT = ("testing.enrol", "testing.drop_test"), ("testing.leave", "testing.drop_test")
RECORDED = ("isolation.record_result", "isolation.raise_alarm")
SAID = {"positive": "positive", "negative": "negative", "grey": "unclear", "pending": "unclear"}  # what was invalid is no result
ASSESSED = ("risk.propose_level", "risk.withdraw_level")
LISTED = ("isolation.list_switch", "isolation.propose_switch", "isolation.pass_nobody", "isolation.overtake_switch")
TOLD = ("testing.keep_outcome", "testing.mend_outcome", "testing.note_result", "testing.drop_test", "testing.answer_batch")
MOVED = ("testing.move", "testing.drop_test")
CLEAR, TESTED = ("negative", "positive", "grey"), {"negative": "negative", "positive": "positive", "unclear": "grey"}
RECONSIDERED = (*DECIDED, "isolation.shorten", "isolation.lift", "isolation.expire", "isolation.drop", "isolation.drop_review")


def arrivals_are_decided(lines):
    """Who arrived is put to the measure table on the day of decision."""
    _decide(screening.arrival_facts([told.record for told in lines]), lines)


def finds_are_decided(lines):
    """Who was found at a door is put to the measure table on the day he was found."""
    _decide(doorstep.found_facts([told.record for told in lines]), lines)


def who_came_is_decided(lines):
    """Whom a gate lets in to be registered, or has taken to the site, is put to the measure table; the gate decides only the gate."""
    _decide(gates.held_facts(lines), lines)


def cases_are_traced(lines):
    """Whose case is reported, or whose card is corrected, is traced from the day his card says."""
    told = {line.record: line for line in lines}
    for one in cases.onsets(told):
        line, anchor = told[one.case_id], "onset" if one.is_symptomatic else "sampled"
        tracers.trace_case(record=one.case_id, person=one.person_id, disease=one.disease, anchor=anchor, anchor_on=one.on,
                           by=named(SYSTEM), at=line.at, because=line.id)


def rings_tell_sources(lines):
    """Who was a contact and is a case may have been infected by whoever's contact he was; a person decides."""
    rings = tracing.rings_around({told.subject for told in lines})
    casework.suppose_from_rings(rings=rings, by=named(SYSTEM), at=lines[0].at, because=lines[0].id)


def ruled_out_are_traced_no_more(lines):
    """Who was no case has no contacts."""
    for told in lines:
        tracers.withdraw_case(record=told.record, by=named(SYSTEM), at=told.at, because=told.id)


def withdrawn_are_looked_at(lines):
    """Who was no contact after all, and is nobody else's: somebody looks at what he is under; it stands until then."""
    still = tracing.still_contacts({told.subject for told in lines})
    for told in lines:
        if told.subject not in still:
            isolation.question_exposed(person=told.subject, by=named(SYSTEM), at=told.at, because=told.id)


def abnormal_are_decided(lines):
    """Who was seen abnormal and is set apart is put to the measure table with what was measured; nothing else is known of him."""
    _decide(abnormal.isolated_facts(lines), lines)


def contacts_are_decided(lines):
    """Who is accepted as a contact, or was exposed at another time than was known, is put to the table of the exposed."""
    accepted = tracing.accepted_facts(lines)
    negative = laboratory.negative_twice([one.via for one in accepted if one.via], {one.via: one.via_on for one in accepted if one.via})
    findings = [isolation.Finding(person_id=one.person_id, unit_id=one.unit_id, on=one.on, because=one.because, table="exposed",
                                  facts={"disease": one.disease, "kind": one.kind, "exposure_on": one.exposure_on, "age": one.age,
                                         "special": one.special, "negative": negative.get(one.via, UNKNOWN), "symptoms": UNKNOWN})
                for one in accepted]
    isolation.decide(findings=findings, by=named(SYSTEM), at=lines[0].at)


def results_are_kept(lines):
    """What a laboratory finds of somebody who is bound stands with his order; of a contact's two negatives his own contacts profit."""
    found = laboratory.answers(lines)
    bound = isolated([one.person_id for one in found if one.outcome == "pending"])  # others are held for it, and it ends with that
    tested = [isolation.Tested(one.person_id, one.taken_on, SAID[one.outcome], one.code, one.because) for one in found
              if one.outcome in SAID and (one.outcome != "pending" or one.person_id in bound)]
    isolation.record_tested(tested=tested, by=named(SYSTEM), at=lines[0].at)
    told, led = {one.person_id: one.because for one in found if one.outcome == "negative"}, {}
    if told and (seconds := tracing.seconds_of(list(told))):
        negative = laboratory.negative_twice(list(seconds), {pk: since for pk, (since, _led) in seconds.items()})
        led = {who: told[pk] for pk, (_since, whom) in seconds.items() if negative.get(pk) for who in whom}
    isolation.know_negative(kind="second", people=led, by=named(SYSTEM), at=lines[0].at)


def positives_are_cases(lines):
    """Who is positive by himself is a case from now, and on his way to the clinic where nothing binds him yet."""
    found = [one for one in laboratory.answers(lines) if one.outcome == "positive"]
    ill = cases.ill_already([one.person_id for one in found])
    people = persons([one.person_id for one in found])
    for one in found:
        if (one.person_id, one.disease) not in ill:
            who = people[one.person_id]
            word = casework.Word(unit=who.unit, name=who.name, person=who, disease=one.disease, channel="own_testing", source=one.code)
            casework.take_in(words=[word], by=named(SYSTEM), at=lines[0].at, because=one.because)
    _hold("positive", found, lines)


def doubtful_are_held(lines):
    """Everybody of a tube in doubt stays where he is until his own sample says otherwise; who is bound already stays bound."""
    _hold("pooled", [one for one in laboratory.called(lines) if one.held], lines)


def cleared_are_freed(lines):
    """Who was held for a tube and is negative by himself is free, by the row that held him."""
    isolation.know_negative(kind="pooled", people=laboratory.cleared(lines), by=named(SYSTEM), at=lines[0].at)


def _hold(kind, found, lines):
    """Put who was found to the table of the exposed, unless he may not leave where he is already."""
    bound = isolated([one.person_id for one in found])
    findings = [isolation.Finding(person_id=one.person_id, unit_id=one.stands_at, on=one.on, because=one.because, table="exposed",
                                  facts={"disease": one.disease, "kind": kind, "exposure_on": one.taken_on, "age": UNKNOWN,
                                         "special": UNKNOWN, "negative": UNKNOWN, "symptoms": UNKNOWN})
                for one in found if one.person_id not in bound]
    isolation.decide(findings=findings, by=named(SYSTEM), at=lines[0].at)


def contacts_must_be_tested(lines):
    """Who is accepted as a contact is in the group of contacts, where the day's table has one."""
    _test("contact", gettext_noop("密切接触者"), [one.person_id for one in tracing.accepted_facts(lines)], lines)


def arrivals_must_be_tested(lines):
    """Who came from abroad is in the group of those, where the day's table has one."""
    came = screening.arrival_facts([told.record for told in lines])
    _test("inbound", gettext_noop("境外返乡"), [one.person_id for one in came if one.is_from_abroad], lines)


def contacts_are_tested_no_more(lines):
    """Who is nobody's contact any more leaves the group."""
    people = {told.subject for told in lines}
    if over := people - tracing.still_contacts(people):
        testing.leave(people=over, group="contact", by=named(SYSTEM), at=lines[0].at, because=lines[0].id)


def results_are_told(lines):
    """What a laboratory found goes to those who must be tested, to the firm's list, to the gate back to work: fit or not."""
    found = [one for one in laboratory.answers(lines) if one.outcome in CLEAR]
    told = [testing.Told(one.person_id, "nucleic", one.taken_at, one.outcome, "lab", one.code) for one in found]
    testing.note_results(results=told, by=named(SYSTEM), at=lines[0].at, because={one.person_id: one.because for one in found})


def own_results_are_told(lines):
    """What was recorded by hand under an order is a test like any other; what a laboratory told before is not told twice."""
    found = orders.own_results(lines)
    told = [testing.Told(one.person_id, "nucleic", day_start(one.taken_on), TESTED[one.outcome], "paper", one.evidence) for one in found]
    testing.note_results(results=told, by=named(SYSTEM), at=lines[0].at, because={one.person_id: one.because for one in found})


def _test(group, source, came, lines):
    at = lines[0].at
    entries = [testing.Entry(person, group, source, at, is_known=True) for person in came]
    if entries and test_groups.group(group, day_of(at)):
        testing.enrol(entries=entries, by=named(SYSTEM), at=at, because=lines[0].id)


def _decide(came, lines):
    findings = [isolation.Finding(person_id=one.person_id, unit_id=one.unit_id, facts=_facts(one), on=one.on, because=one.because,
                                  is_from_abroad=one.is_from_abroad, origin=one.origin) for one in came]
    isolation.decide(findings=findings, by=named(SYSTEM), at=lines[0].at)


def _facts(arrival) -> dict:
    """Somebody who came in the words of the measure table; what nobody has said is unknown, never assumed."""
    return {
        "origin": arrival.origin_kind or UNKNOWN,
        "origin_risk": risks.risk_word_at(arrival.place) or decisions.decide("risk_places", {"place": arrival.place or UNKNOWN},
                                                                             on=arrival.on).result["risk"],
        "code": arrival.colour or UNKNOWN,
        "temperature": "not_measured" if arrival.temperature is None else arrival.temperature,
        "symptoms": UNKNOWN if arrival.symptoms is None else arrival.symptoms,
        "exposure_on": arrival.exposed_on or UNKNOWN, "arrival_on": arrival.arrived_on or UNKNOWN,
        "age": UNKNOWN if arrival.age is None else arrival.age, "special": arrival.special or UNKNOWN, "worker": arrival.worker or UNKNOWN,
    }


def places_are_assessed(lines):
    """Where a case is reported, corrected or ruled out, the counts of its place and county are put to the table of levels."""
    units = cases.homes_of([told.record for told in lines]).values()
    risk.assess(units=units, by=named(SYSTEM), at=lines[0].at, because=lines[0].id)


def rings_are_proposed(lines):
    """Round the place of a reported case the rings of its table are proposed."""
    told = {line.record: line for line in lines}
    homes = cases.homes_of(told)
    for one in cases.onsets(told):
        line = told[one.case_id]
        risk.draw_ring(case=one.case_id, unit=homes[one.case_id], disease=one.disease, by=named(SYSTEM), at=line.at, because=line.id)


def levels_change_people(lines):
    """Where a place's level is in force, or lifted, who is there under an order and who came from there is listed."""
    for told in lines:
        unit = Unit.objects.get(pk=told.unit)
        came = screening.came_from(unit)
        isolation.list_level(area=unit.pk, risk=risks.risk_word_at(unit.path) or "low", people=came, by=named(SYSTEM), at=told.at,
                             because=told.id)


def doubts_follow(lines):
    """What a roster left open about somebody is the turn of those who lead where he is."""
    for told in lines:
        rosters.follow(person=told.subject, unit=told.data["to"], by=named(SYSTEM), at=told.at, because=told.id)


def orders_follow(lines):
    """Whose door is found at last is watched there: the order goes with the person; who lives at a site is watched at the site."""
    inside = sites.inside({told.subject for told in lines})
    for told in (told for told in lines if told.subject not in inside):
        isolation.move(person=told.subject, unit=told.data["to"], by=named(SYSTEM), at=told.at, because=told.id)


def tests_follow(lines):
    """Who lives elsewhere now is asked for his tests there."""
    for told in lines:
        testing.move(person=told.subject, unit=told.data["to"], by=named(SYSTEM), at=told.at, because=told.id)


def orders_are_withdrawn(lines):
    """Whose address few may know is bound at a wider place, and watched by the one who was named."""
    for told in lines:
        isolation.withdraw_order(person=told.subject, unit=told.data["to"], minder=told.data["minder"], by=named(SYSTEM), at=told.at,
                                 because=told.id)


def the_first_person_is_decided_on_anew(lines):
    """Who was taken for somebody else is bound by nothing the other one did."""
    for told in lines:
        if "found" in told.data:
            isolation.reconsider(person=told.subject, found=UUID(told.data["found"]), by=named(SYSTEM), at=told.at, because=told.id)


def appeals_are_made_good(lines):
    """What an answered appeal changes is done to the order by its own loop, in the name of whoever answered."""
    for told in lines:
        found = appeals.answer_of(told.record)
        isolation.make_good(order=found.order, way=found.way, facts=found.facts, measure=found.measure, reason=found.reason,
                            evidence=found.evidence, by=Account.objects.get(pk=told.by), at=told.at, because=told.id)


def appeals_are_settled(lines):
    """The exception an appeal waited for is approved."""
    for told in lines:
        redress.settle(person=told.subject, by=named(SYSTEM), at=told.at, because=told.id)


def appeals_are_reopened(lines):
    """The exception an appeal waited for is refused: the county answers anew."""
    for told in lines:
        redress.reopen(person=told.subject, by=named(SYSTEM), at=told.at, because=told.id)


risks.hand_in(cases.counted)

REACTIONS = [
    *ROOMS,
    *DOORS,
    *SAMPLING,
    *outward(DECIDED, ENROLLED, LEFT),
    Reaction("screening.find", arrivals_are_decided, DECIDED),
    Reaction("screening.find", arrivals_must_be_tested, ENROLLED),
    Reaction("doorstep.find", finds_are_decided, DECIDED),
    Reaction("checkpoints.register", who_came_is_decided, DECIDED),
    Reaction("checkpoints.transfer", who_came_is_decided, DECIDED),
    Reaction("cases.report", cases_are_traced, TRACED),
    Reaction("cases.correct", cases_are_traced, TRACED),
    Reaction("cases.report", rings_tell_sources, ("cases.suppose",)),
    Reaction("cases.rule_out", ruled_out_are_traced_no_more, WITHDRAWN),
    Reaction("cases.report", places_are_assessed, ASSESSED),
    Reaction("cases.correct", places_are_assessed, ASSESSED),
    Reaction("cases.rule_out", places_are_assessed, ASSESSED),
    Reaction("cases.report", rings_are_proposed, ("risk.draw_ring",)),
    Reaction("risk.confirm_level", levels_change_people, LISTED),
    Reaction("risk.end_level", levels_change_people, LISTED),
    Reaction("abnormal.isolate_sighting", abnormal_are_decided, DECIDED),
    Reaction("tracing.accept", contacts_are_decided, DECIDED),
    Reaction("tracing.accept", contacts_must_be_tested, ENROLLED),
    Reaction("tracing.accept", rings_tell_sources, ("cases.suppose",)),
    Reaction("tracing.bring_back", contacts_are_decided, DECIDED),
    Reaction("tracing.bring_back", contacts_must_be_tested, ENROLLED),
    Reaction("tracing.recompute", contacts_are_decided, DECIDED),
    *(Reaction(f"tracing.{verb}", contacts_are_tested_no_more, LEFT) for verb in ("withdraw", "recall")),
    Reaction("tracing.complete", contacts_are_tested_no_more, LEFT),
    *(Reaction(f"tracing.{verb}", withdrawn_are_looked_at, ("isolation.ask_review",)) for verb in ("withdraw", "recall")),
    Reaction("laboratory.give_result", results_are_kept, (*RECONSIDERED, *RECORDED)),
    Reaction("laboratory.give_result", positives_are_cases, (*DECIDED, "cases.take_in")),
    Reaction("laboratory.give_result", results_are_told, TOLD),
    Reaction("isolation.record_result", own_results_are_told, TOLD),
    Reaction("laboratory.recall", doubtful_are_held, DECIDED),
    Reaction("laboratory.settle_recall", cleared_are_freed, RECONSIDERED),
    Reaction("screening.resolve_name", the_first_person_is_decided_on_anew, RECONSIDERED),
    Reaction("redress.change", appeals_are_made_good, (*RECONSIDERED, "isolation.release")),
    Reaction("redress.agree_exception", appeals_are_made_good, ("isolation.deviate", "isolation.pass_down")),
    Reaction("isolation.approve_deviation", appeals_are_settled, ("redress.settle",)),
    Reaction("isolation.refuse_deviation", appeals_are_reopened, ("redress.reopen",)),
    Reaction("people.place", orders_follow, ("isolation.move",)),
    Reaction("people.place", tests_follow, MOVED),
    Reaction("people.move", tests_follow, MOVED),
    Reaction("people.shelter", tests_follow, MOVED),
    Reaction("people.place", doubts_follow, ("screening.place_person",)),
    Reaction("people.shelter", orders_are_withdrawn, ("isolation.move", "isolation.assign_minder")),
    Reaction("people.move", doubts_follow, ("screening.place_person",)),
]
