"""How reports speak: one language, names of nodes, figures and dates in the same form everywhere."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from prongsai.framework import Framework
from prongsai.results import Agency, Measure
from prongsai.thai import FiscalYear, format_date, format_number, format_period, month_name
from prongsai.words import Language, Words

DASH = "–"


@dataclass(frozen=True)
class Voice:
    """Speaks of one agency's year in one language."""

    language: Language
    framework: Framework

    def say(self, th: str, en: str) -> str:
        """One of two texts."""
        return th if self.language == "th" else en

    def of(self, words: Words) -> str:
        """A bilingual text in this language."""
        return words.to(self.language)

    def score(self, value: Decimal | None) -> str:
        """A score with two decimals, or a dash."""
        return DASH if value is None else format_number(value)

    def change(self, value: Decimal) -> str:
        """A difference with its sign."""
        return format_number(value, sign=True)

    def year(self, year: int) -> str:
        """A fiscal year by name."""
        return self.say(f"ปีงบประมาณ พ.ศ. {year}", f"fiscal year {year} (B.E.)")

    def day(self, value: date) -> str:
        """A day in full."""
        return format_date(value, "long", self.language)

    def month(self, month: int) -> str:
        """A month, short."""
        return month_name(month, "short", self.language)

    def node(self, node: str) -> str:
        """A node as it is called in running text: ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล, ข้อ o12 …, EIT ส่วนที่ 1 ข้อ e7 …"""
        if node.isdigit():
            name = self.of(self.framework.indicators[int(node)].name.words)
            return self.say(f"ตัวชี้วัดที่ {node} {name}", f"Indicator {node} {name}")
        if node in self.framework.sub_indicators:
            name = self.of(self.framework.sub_indicators[node].name.words)
            return self.say(f"ตัวชี้วัดย่อยที่ {node} {name}", f"Sub-indicator {node} {name}")
        if node in self.framework.instruments:
            return self.of(self.framework.instruments[node].name.words) + f" ({node})"
        return self._item(node)

    def level(self, name: str) -> str:
        """A level by its name: ระดับผ่าน, ระดับ A."""
        gap = " " if name[:1].isascii() else ""
        return self.say(f"ระดับ{gap}{name}", f"level {name}")

    def code(self, node: str) -> str:
        """A node by its code, short: ตัวชี้วัดที่ 9, o12, EIT ส่วนที่ 1 ข้อ e7."""
        if node.isdigit():
            return self.say(f"ตัวชี้วัดที่ {node}", f"indicator {node}")
        part, _, code = node.rpartition("/")
        number = part.partition("-")[2]
        return self.say(f"EIT ส่วนที่ {number} ข้อ {code}", f"EIT part {number} {code}") if part else node

    def title(self, code: str) -> str:
        """The title of an item, or that it is not known."""
        item = self.framework.item(code)
        if item is None or item.title is None:
            return self.say("(ไม่พบชื่อข้อในแหล่งข้อมูล)", "(title not found in any source)")
        return item.title

    def period(self, measure: Measure, plan_year: int) -> str:
        """The period of a measure as an official would write it."""
        if measure.end is None:
            return self.say("(ยังไม่กำหนด)", "(not set)")
        if measure.start is None:
            whole = measure.end.day >= 28
            end = format_date(measure.end, "month" if whole else "long", self.language)
            return self.say(f"ภายในเดือน{end}" if whole else f"ภายในวันที่ {end}", f"by {end}")
        year = FiscalYear(plan_year)
        if (measure.start, measure.end) == (year.start, year.end):
            return self.say(f"ตลอดปีงบประมาณ พ.ศ. {plan_year}", f"the whole of fiscal year {plan_year}")
        return format_period(measure.start, measure.end, self.language)

    def place(self, agency: Agency) -> str:
        """District and province of an agency, as far as they are known."""
        parts = [self.say(f"อำเภอ{agency.district}", f"{agency.district} district")] if agency.district else []
        parts += [self.say(f"จังหวัด{agency.province}", f"{agency.province} province")] if agency.province else []
        return " ".join(parts) if self.language == "th" else ", ".join(parts)

    def listed(self, entries: list[str]) -> str:
        """Entries in a row, with the last joined by a word."""
        if len(entries) < 2:
            return "".join(entries)
        gap = " " if entries[-1][:1].isascii() else ""
        return self.say(f"{' '.join(entries[:-1])} และ{gap}{entries[-1]}", f"{', '.join(entries[:-1])} and {entries[-1]}")

    def _item(self, node: str) -> str:
        part, _, code = node.rpartition("/")
        head = ""
        if part:
            number = part.partition("-")[2]
            head = self.say(f"EIT ส่วนที่ {number} ", f"EIT part {number} ")
        title = self.title(code)
        item = self.framework.items.get(code)
        if item is not None and item.instrument != "OIT" and item.title and not item.title_is_official:
            title = self.say(f"ประเด็น “{title}”", f"“{title}”")
        return f"{head}{self.say('ข้อ', 'item')} {code} {title}"
