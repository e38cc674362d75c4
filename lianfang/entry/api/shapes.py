"""The shapes of version 1, as its OpenAPI document says them."""
from typing import Any
from uuid import UUID

from ninja import Schema
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

MOST = 50  # entries of one delivery: each holds the write lock for so long


class Strict(BaseModel):
    """What a caller sends: a key nobody knows is a mistake. No Schema of ninja's, which asks each value of each entry for a resolver."""

    model_config = ConfigDict(extra="forbid")


class PlaceIn(Strict):
    """Where a phone was, and within how many metres."""

    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    m: float = Field(0, ge=0, le=1e7)


class EntryIn(Strict):
    """One entry of an outbox, made on the phone."""

    id: UUID = Field(description="UUIDv7, made where the record is born; sending it again is harmless")
    seq: int = Field(ge=0, le=2**53, description="order within the phone")
    action: str = Field(max_length=60, examples=["isolation.record_check"])
    data: dict[str, Any] = Field(description="the answers to the action's form")
    at: AwareDatetime = Field(description="when it happened, by the phone's clock")
    base: str | None = Field(None, max_length=60, description="the version of the record that the phone has seen")
    form: str | None = Field(None, max_length=40, description="the version of the form it was filled into")
    decided: dict[str, Any] | None = Field(None, description="what the phone's own table said")
    mends: UUID | None = Field(None, description="the refused entry that this one puts right; that one is given up")
    place: PlaceIn | None = Field(None, description="where the phone was, if its holder allows that; kept sealed, where places are kept")


class OutboxIn(Strict):
    """A delivery."""

    sent_at: AwareDatetime = Field(description="the phone's clock now: from it the server learns how far it is off")
    account: int | None = Field(None, description="who recorded these: another's than the session's are refused, and go as boxes")
    entries: list[EntryIn] = Field(max_length=MOST)


class ReceiptOut(Schema):
    """What became of an entry."""

    id: UUID
    state: str = Field(description="taken, conflict (kept, or held, and looked at by the cadre above), refused, held, given_up")
    says: str
    record: UUID | None
    number: str
    verdict: dict[str, Any] | None


class OutboxOut(Schema):
    """One receipt for each entry, in the order they were sent."""

    at: AwareDatetime
    receipts: list[ReceiptOut]


class BoxIn(Strict):
    """An entry of a phone whose PIN is lost, or of somebody else than who is signed in."""

    id: UUID = Field(description="the entry's")
    box: str = Field(max_length=200_000, examples=["BAAA"],
                     description="base64; sealed to `box_key` and marked by `mark_key` of the section `me`")


class BoxesIn(Strict):
    """Boxes."""

    boxes: list[BoxIn] = Field(max_length=MOST)


class HaveOut(Schema):
    """How many bytes of a photo are here."""

    have: int


class DoneOut(Schema):
    """It is done."""

    at: AwareDatetime


class MeOut(Schema):
    """Who is signed in, and what he may do."""

    at: AwareDatetime
    id: int
    name: str
    login: str
    rights: list[str]
    roles: list[dict[str, Any]]
    county: str
    language: str
    offline_minutes: int
    hidden_minutes: int
    unsent_minutes: int
    photo_bytes: int
    keeps_place: bool
    box_key: str
    reasons: list[list[str]] = Field(description="why one may carry whole names: code and words; none for who may not")


class AreaOut(Schema):
    """A place a phone may carry."""

    id: int
    name: str
    level: str
    place: str


class SectionOut(Schema):
    """A part of what a phone carries; sent only where its digest differs from the one the phone has."""

    digest: str
    rows: Any


class CarryOut(Schema):
    """What a phone carries of one area."""

    at: AwareDatetime
    area: AreaOut
    areas: list[AreaOut]
    sections: dict[str, SectionOut]


class NamesIn(Strict):
    """Whose whole names are asked for, and why."""

    area: int = Field(ge=1, le=2**53)
    reason: str = Field("", max_length=20, description="of `reasons` of the section `me`; empty to go on with the last")
    goes_on: str = Field("", max_length=400, description="as the first answer gave it")
    have: str = Field("", max_length=16, description="the digest of the names that the phone has")


class NamesOut(Schema):
    """Whole names; none where the phone has them already. After `until` the phone masks them again, with a signal or without."""

    at: AwareDatetime
    until: AwareDatetime
    digest: str
    names: dict[str, str] | None
    goes_on: str


class WrongOut(Schema):
    """Why not: in the caller's words, which field, how to mend it; `forget`: drop what is synced."""

    says: str
    field: str | None = None
    mend: str | None = None
    forget: bool = False
