"""What a year's files must agree on among themselves."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain, pairwise

from pydantic import BaseModel

from prongsai.errors import Problem
from prongsai.framework.model import Framework
from prongsai.framework.schema import DisclosureItem, SurveyItem
from prongsai.words import Words

_LETTER = {"IIT": "i", "EIT": "e", "OIT": "o"}


def faults_of(framework: Framework, year: int, sources: set[str]) -> list[Problem]:
    """Every contradiction between the files of one year, and every reference that no source stands behind."""
    checks = chain(
        _year(framework, year),
        _weights(framework),
        _indicators(framework),
        _items(framework),
        _scales(framework),
        _levels(framework),
        _sources(framework, sources),
    )
    return list(checks)


def _year(framework: Framework, year: int) -> Iterator[Problem]:
    if framework.year != year:
        mend = Words("ให้ชื่อโฟลเดอร์ตรงกับปีในไฟล์", "name the folder after the year in the file")
        yield Problem("year-mismatch", Words(f"ไฟล์เขียนปี {framework.year}", f"the file says {framework.year}"), f"{year}/framework.yaml › year", mend=mend)


def _weights(framework: Framework) -> Iterator[Problem]:
    where = f"{framework.year}/framework.yaml › instruments"
    yield from _hundred([instrument.weight.value for instrument in framework.rules.instruments], where)
    for instrument in framework.rules.instruments:
        yield from _hundred([part.weight.value for part in instrument.parts], f"{where}.{instrument.code}.parts")
    for indicator in framework.rules.indicators:
        if indicator.combine.value == "weighted_items":
            facts = [item.detail.weight for item in framework.items_of(indicator.number) if isinstance(item.detail, DisclosureItem)]
            yield from _hundred([fact.value if fact else None for fact in facts], f"{framework.year}/oit.yaml › items of indicator {indicator.number}")


def _hundred(weights: list[Decimal | None], where: str) -> Iterator[Problem]:
    """Weights that are all known and do not add up to 100 percent."""
    total = sum(weight for weight in weights if weight is not None)
    if weights and None not in weights and total != 100:
        mend = Words("แก้น้ำหนักให้รวมได้ 100", "make them add up to 100")
        yield Problem("weights-not-100", Words(f"น้ำหนักรวมได้ {total}", f"the weights add up to {total}"), where, mend=mend)


def _indicators(framework: Framework) -> Iterator[Problem]:
    where = f"{framework.year}/framework.yaml › indicators"
    mend = Words("แก้ให้ตรงกับรายการในไฟล์ของปี", "name one that the year has")
    yield from _twice([str(indicator.number) for indicator in framework.rules.indicators], where)
    for indicator in framework.rules.indicators:
        if indicator.instrument not in framework.instruments:
            text = f"ไม่มีเครื่องมือ {indicator.instrument}", f"there is no instrument {indicator.instrument}"
            yield Problem("unknown-instrument", Words(*text), f"{where}.{indicator.number}", mend=mend)
    for entry in framework.rules.known_sums:
        for code in entry.items:
            if code not in framework.items:
                yield Problem("unknown-item", Words(f"ไม่มีข้อ {code}", f"there is no item {code}"), f"{framework.year}/framework.yaml › known_sums", mend=mend)


def _items(framework: Framework) -> Iterator[Problem]:
    for file in framework.files:
        where = f"{framework.year}/{file.instrument.lower()}.yaml › items"
        yield from _twice([entry.code for entry in file.items], where)
        if file.count.value is not None and len(file.items) > file.count.value:
            mend = Words("แก้จำนวนหรือรายการ", "mend the count or the list")
            yield Problem(
                "too-many-items",
                Words(f"มี {len(file.items)} ข้อ แต่ count เป็น {file.count.value}", f"{len(file.items)} items, count {file.count.value}"),
                where,
                mend=mend,
            )
        mend = Words("แก้ให้ตรงกับรายการในไฟล์ของปี", "name one that the year has")
        for entry in file.items:
            place = f"{where}.{entry.code}"
            if entry.code[:1] != _LETTER[file.instrument] or not entry.code[1:].isdigit():
                yield Problem("bad-code", Words("รหัสข้อไม่ถูกต้อง", "not a code of this instrument"), place, mend=Words("ใช้รหัสเช่น o8", "use a code such as o8"))
            indicator = framework.indicators.get(entry.indicator) if entry.indicator is not None else None
            if entry.indicator is not None and (indicator is None or indicator.instrument != file.instrument):
                text = f"ไม่มีตัวชี้วัด {entry.indicator} ใน {file.instrument}", f"{file.instrument} has no indicator {entry.indicator}"
                yield Problem("unknown-indicator", Words(*text), place, mend=mend)
            sub = getattr(entry, "sub_indicator", None)
            if sub is not None and indicator is not None and sub not in {one.code for one in indicator.sub_indicators}:
                text = f"ไม่มีตัวชี้วัดย่อย {sub} ในตัวชี้วัด {entry.indicator}", f"indicator {entry.indicator} has no sub-indicator {sub}"
                yield Problem("unknown-sub-indicator", Words(*text), place, mend=mend)


def _scales(framework: Framework) -> Iterator[Problem]:
    mend = Words("เพิ่มมาตรวัดนี้ใน framework.yaml › scales", "add the scale to framework.yaml › scales")
    for item in framework.items.values():
        if not isinstance(item.detail, SurveyItem):
            continue
        used = {question.scale for question in item.detail.questions} | ({item.detail.answers.scale} if item.detail.answers else set())
        for name in sorted(used - set(framework.rules.scales)):
            where = f"{framework.year}/{item.instrument.lower()}.yaml › items.{item.code}"
            yield Problem("unknown-scale", Words(f"ไม่มีมาตรวัด {name}", f"there is no scale {name}"), where, mend=mend)


def _levels(framework: Framework) -> Iterator[Problem]:
    if framework.levels is None:
        return
    where = f"{framework.year}/framework.yaml › levels"
    for upper, lower in pairwise(framework.levels.steps):
        if lower.total_from > upper.total_from:
            mend = Words("เรียงระดับจากสูงไปต่ำ", "order the levels from best to worst")
            yield Problem("levels-unordered", Words(f"{lower.code} อยู่หลัง {upper.code}", f"{lower.code} stands after {upper.code}"), where, mend=mend)
    compared = framework.levels.compared.value if framework.levels.compared else ()
    for code in compared or ():
        if code not in framework.instruments and code not in framework.parts:
            mend = Words("ใช้รหัสเครื่องมือหรือส่วนของเครื่องมือ", "name an instrument or a part")
            yield Problem("unknown-score", Words(f"ไม่มีคะแนน {code}", f"there is no score {code}"), f"{where}.compared", mend=mend)


def _sources(framework: Framework, sources: set[str]) -> Iterator[Problem]:
    mend = Words("เพิ่มแหล่งนี้ใน sources.yaml", "add it to sources.yaml")
    for file in (framework.rules, *framework.surveys.values(), framework.disclosure):
        for name in sorted(set(_references(file)) - sources):
            text = f"ไม่มีแหล่งอ้างอิง “{name}” ใน sources.yaml", f"sources.yaml has no source '{name}'"
            yield Problem("unknown-source", Words(*text), f"{framework.year}/{getattr(file, 'instrument', 'framework').lower()}.yaml", mend=mend)


def _references(record: object) -> Iterator[str]:
    if isinstance(record, BaseModel):
        yield from getattr(record, "reference", ())
        record = [value for _, value in record]
    if isinstance(record, dict):
        record = list(record.values())
    if isinstance(record, list | tuple):
        for entry in record:
            yield from _references(entry)


def _twice(names: Iterable[str], where: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield Problem("code-twice", Words(f"{name} มีสองครั้ง", f"{name} stands twice"), where, mend=Words("ลบรายการที่ซ้ำ", "remove one"))
        seen.add(name)
