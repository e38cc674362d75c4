"""A passage in words: what was measured, by which row, why, and what is to be done next."""
from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.decisions.queries import row_of, seen
from lianfang.ground.decisions.words import speech
from lianfang.ground.vault.indexes import forms
from lianfang.ground.vault.masks import mask_name
from lianfang.registers.people import keys
from lianfang.registers.people.queries import known_people
from lianfang.registers.people.queries.bound import bound, on_leave
from lianfang.registers.people.typed import identity

from ..asking.declared import WORDS
from ..models import OUTCOMES, Passage

LOOKS = {"pass": "go", "register": "home", "observe": "stop", "transfer": "bus", "turn_back": "back", "manual_review": "wait",
         "full": "wait"}
TONES = {"go": 1, "home": 2, "stop": 3, "bus": 3, "back": 2, "wait": 1}  # how often the gate sounds


def case(passage) -> dict:
    """Why, by which row, what to do next, and what is only his own word; `look` is the sign of the result."""
    row = row_of(passage.table, passage.version, passage.row) if passage.row else None
    labels = decisions.shipped(passage.table).labels
    asked = dict(seen(passage.table, row).asks) if row else {}
    known = {labels.of(name): speech.value(labels, name, value) for name, value in passage.facts.items()}
    return {"row": row, "why": [(label, known.get(label, ""), asks) for label, asks in asked.items()],
            "next": [labels.of("next", code) for code in (row.result.get("next") or ())] if row else [], "look": LOOKS[passage.outcome],
            "shut": passage.shut,
            "declared": [str(word) for name, word in WORDS.items() if name in passage.declared]}


def said_of(vehicle) -> dict:
    """What the server decided about a vehicle just recorded and each person in it, for the phone that sent it."""
    people = [{"outcome": one.outcome, "next": _next(one), "says": str(OUTCOMES[one.outcome]), "shut": one.shut} for one in vehicle.checked]
    return {"outcome": vehicle.outcome, "says": str(OUTCOMES[vehicle.outcome]), "people": people}


def _next(passage) -> list[str]:
    row = row_of(passage.table, passage.version, passage.row) if passage.row else None
    return list(row.result.get("next") or ()) if row else []


def passages_told(person_id) -> dict:
    """A person's passages by id, for his timeline."""
    return Passage.objects.filter(person=person_id).select_related("post").in_bulk()


def known_at_gate(text, at) -> dict | None:
    """What a gate may know of a number at once: the masked name under which it came through lately or stands on record; None of none."""
    read = identity.read(text[:40], on=day_of(at))
    if not read.number:
        return None
    blind = keys.id_blind(read.number)
    person = known_people([blind]).get(blind)
    last = Passage._base_manager.filter(id_blind__in=forms([blind])).select_related("post").order_by("-at").first()
    if person is None and last is None:
        return None
    name = person.name if person else last.name.open()
    is_bound = person is not None and bool(bound([person.pk]) - on_leave([person.pk], at))
    return {"name": mask_name(name), "person": person and person.pk, "last": last, "is_bound": is_bound}
