"""A fact of a year's rules: its value with source and confidence, or null with the reason why it is not known."""

from typing import Generic, Literal, TypeVar

from pydantic import model_validator

from prongsai.errors import Problem
from prongsai.files import Fault, Strict
from prongsai.words import Words

Confidence = Literal["confirmed", "one_source", "inferred"]
Value = TypeVar("Value")

_NOT_KNOWN = Words("ไม่ทราบ", "not known")

CONFIDENCE_NAMES = {
    "confirmed": Words("ยืนยันแล้ว (ตั้งแต่สองแหล่ง หรือคำนวณตรงกับผลจริง)", "confirmed (two or more sources, or exact arithmetic)"),
    "one_source": Words("มีแหล่งเดียว", "one source"),
    "inferred": Words("อนุมาน", "inferred"),
}


class Bilingual(Strict):
    """A text in Thai and English as files write it."""

    th: str
    en: str

    @property
    def words(self) -> Words:
        """The text as the core passes it on."""
        return Words(self.th, self.en)


class Sourced(Strict):
    """Something that a source says: references are ids of sources.yaml."""

    reference: tuple[str, ...] = ()
    confidence: Confidence
    note: str | None = None


class Fact(Strict, Generic[Value]):
    """A value with `reference` and `confidence`, or `value: null` with a `reason`; never a guess."""

    value: Value | None
    reference: tuple[str, ...] = ()
    confidence: Confidence | None = None
    reason: Bilingual | None = None
    probable: str | None = None
    note: str | None = None

    @property
    def why(self) -> Words:
        """Why the value is not known."""
        return self.reason.words if self.reason else _NOT_KNOWN

    @model_validator(mode="after")
    def _known_or_told_why(self) -> "Fact[Value]":
        if self.value is None and self.reason is None:
            raise Fault(
                _problem(
                    "null-without-reason", Words("ค่าเป็น null แต่ไม่บอกเหตุผล", "null without a reason"), Words("เพิ่ม reason: {th, en}", "add reason: {th, en}")
                )
            )
        if self.value is not None and self.reason is not None:
            raise Fault(
                _problem("reason-with-value", Words("มีทั้งค่าและเหตุผลที่ไม่มีค่า", "a value and a reason for having none"), Words("ลบอย่างใดอย่างหนึ่ง", "remove one"))
            )
        if self.value is not None and self.confidence is None:
            raise Fault(
                _problem(
                    "no-confidence",
                    Words("ค่าไม่มีระดับความเชื่อมั่น", "a value without confidence"),
                    Words("เพิ่ม confidence", "add confidence: confirmed, one_source or inferred"),
                )
            )
        return self


def _problem(code: str, what: Words, mend: Words) -> Problem:
    return Problem(code, what, mend=mend)
