"""Names of public agencies: their types, short forms, and the place that a name names."""

import re
from dataclasses import dataclass
from functools import cache

from prongsai.words import Words


@dataclass(frozen=True)
class AgencyType:
    """A type of agency; `family` is the word that people use for several types, as เทศบาล for three.

    `political_side` says that elected members stand beside the officials, `before_place` that type and place are the whole name.
    """

    name: Words
    short: str = ""
    political_side: bool = False
    before_place: bool = False
    family: str = ""

    @property
    def unspecific(self) -> bool:
        """Whether this is only the word for a family (เทศบาล), which leaves open which type is meant."""
        return self.family == self.name.th


@dataclass(frozen=True)
class AgencyName:
    """The name of an agency: its type if known, the name without the type, and the whole name in full."""

    type: AgencyType | None
    place: str
    full: str


def _local(thai: str, english: str, short: str, family: str = "") -> AgencyType:
    return AgencyType(Words(thai, english), short, political_side=True, before_place=True, family=family)


AGENCY_TYPES = (
    _local("เทศบาลตำบล", "Subdistrict Municipality", "ทต.", "เทศบาล"),
    _local("เทศบาลเมือง", "Town Municipality", "ทม.", "เทศบาล"),
    _local("เทศบาลนคร", "City Municipality", "ทน.", "เทศบาล"),
    _local("เทศบาล", "Municipality", "", "เทศบาล"),
    _local("องค์การบริหารส่วนตำบล", "Subdistrict Administrative Organization", "อบต."),
    _local("องค์การบริหารส่วนจังหวัด", "Provincial Administrative Organization", "อบจ."),
    AgencyType(Words("เมืองพัทยา", "Pattaya City"), political_side=True),
    AgencyType(Words("กรุงเทพมหานคร", "Bangkok Metropolitan Administration"), "กทม.", political_side=True),
    AgencyType(Words("จังหวัด", "Province"), "จ.", before_place=True),
    AgencyType(Words("สำนักงานปลัดกระทรวง", "Office of the Permanent Secretary")),
    AgencyType(Words("กระทรวง", "Ministry")),
    AgencyType(Words("กรม", "Department")),
    AgencyType(Words("มหาวิทยาลัย", "University")),
    AgencyType(Words("สถาบันอุดมศึกษา", "Higher Education Institution")),
    AgencyType(Words("รัฐวิสาหกิจ", "State Enterprise")),
    AgencyType(Words("องค์การมหาชน", "Public Organization")),
    AgencyType(Words("กองทุน", "Fund")),
    AgencyType(Words("องค์กรศาล", "Court")),
    AgencyType(Words("องค์กรอัยการ", "Public Prosecution")),
    AgencyType(Words("องค์กรอิสระ", "Independent Body")),
    AgencyType(Words("หน่วยงานในสังกัดรัฐสภา", "Parliamentary Agency")),
    AgencyType(Words("หน่วยงานอื่นของรัฐ", "Other State Agency")),
)
_BY_WORD = {word: kind for kind in AGENCY_TYPES for word in (kind.name.th, kind.short) if word}
# Short words such as กรม stand inside other words, and จังหวัด in every address: those count at the start of a name only.
_ANYWHERE = [kind for kind in AGENCY_TYPES if kind.before_place and kind.political_side] + [_BY_WORD[word] for word in ("มหาวิทยาลัย", "องค์การมหาชน")]
_OFFICE = re.compile(r"^(?:สำนักงาน|ที่ทำการ) ?(?=เทศบาล|องค์การบริหารส่วน|ท[ตมน]\.|อ\.?บ\.?[ตจ])")
_ADDRESS = re.compile(r" (?:ตำบล|แขวง|อำเภอ|เขต|จังหวัด|[ตอจ]\.).*")
_PUBLIC_ORGANIZATION = " (องค์การมหาชน)"


def agency_type(text: str) -> AgencyType | None:
    """The type that a word names by itself, in full or shortened: เทศบาลนคร, อบต."""
    word = text.replace(" ", "")
    return _BY_WORD.get(word) or _BY_WORD.get(word.replace(".", "") + ".")


def parse_agency(text: str, type: str | AgencyType | None = None) -> AgencyName:
    """The agency that a full or short name names: ทน.แม่สอด is เทศบาลนครแม่สอด. An address behind a local name is left out.

    `type` (or its name or short form) counts where the name tells no type, or only เทศบาล. A name of no known type stays whole.
    """
    given = agency_type(type) if isinstance(type, str) else type
    name = _OFFICE.sub("", " ".join(text.split()))
    own, rest = _split(name)
    if own and own.unspecific and given and given.family == own.family:
        own = given
    if own is None:
        return _of_given_type(name, given)
    if own.name.th == "องค์การมหาชน":
        return AgencyName(own, rest, name)
    place = _ADDRESS.sub("", rest)
    return AgencyName(own, place, own.name.th + place)


def type_of(name: AgencyName | str) -> AgencyType | None:
    """The type that the name of an agency tells, if it is known."""
    return name.type if isinstance(name, AgencyName) else parse_agency(name).type


def short_form(name: AgencyName | str) -> str:
    """The name as offices shorten it: ทน.แม่สอด, อบต.ชุมแสง; the name in full where its type has no short form."""
    agency = name if isinstance(name, AgencyName) else parse_agency(name)
    if agency.type is None or not agency.type.short:
        return agency.full
    return agency.type.short + agency.place


def find_type(text: str) -> AgencyType | None:
    """The type with which the text begins, or else the first one that it names anywhere."""
    own, _ = _split(text.lstrip())
    if own:
        return own
    match = _anywhere().search(text)
    return agency_type(match[0]) if match else None


def _of_given_type(name: str, given: AgencyType | None) -> AgencyName:
    if given is None or not given.before_place or given.name.th in name:
        return AgencyName(given, name, name)
    place = _ADDRESS.sub("", name)
    return AgencyName(given, place, given.name.th + place)


def _split(name: str) -> tuple[AgencyType | None, str]:
    """The type at the start (or องค์การมหาชน at the end) of a name, and the rest."""
    spaced = name.replace("(", " (").replace("  ", " ")
    if spaced.endswith(_PUBLIC_ORGANIZATION):
        return _BY_WORD["องค์การมหาชน"], spaced.removesuffix(_PUBLIC_ORGANIZATION)
    match = _at_start().match(name)
    if match is None:
        return None, name
    return agency_type(match[1]), name[match.end() :]


@cache
def _at_start() -> re.Pattern[str]:
    return re.compile(f"({'|'.join(_words(list(AGENCY_TYPES)))}) ?")


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile("|".join(_words(_ANYWHERE)))


def _words(kinds: list[AgencyType]) -> list[str]:
    """Patterns of full names, the longest first, and then of short forms."""
    names = sorted((kind.name.th for kind in kinds), key=len, reverse=True)
    return names + [pattern for kind in kinds if kind.short for pattern in _shortened(kind.short.rstrip("."))]


def _shortened(letters: str) -> list[str]:
    """A short form inside words is none (ชอบต่อ, อดทน.): three letters need a dot or no Thai letter before them, fewer need both."""
    dotted = r"\.?".join(letters)
    outside = "(?<![ก-๛])"
    return [rf"{dotted}\.", outside + dotted] if len(letters) > 2 else [rf"{outside}{dotted}\."]
