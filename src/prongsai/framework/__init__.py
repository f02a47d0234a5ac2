"""The rules of every fiscal year as data, with their sources, and the advice that belongs to them."""

from prongsai.framework.case import Case, load_cases
from prongsai.framework.crosswalk import Step, crosswalk, successors
from prongsai.framework.fact import CONFIDENCE_NAMES, Bilingual, Confidence, Fact, Sourced
from prongsai.framework.load import known_years, load_framework, load_sources, shipped
from prongsai.framework.model import Framework, Item
from prongsai.framework.schema import DisclosureItem, Indicator, Instrument, InstrumentCode, Levels, LevelStep, Part, Source, SubIndicator, SurveyItem
from prongsai.framework.topic import Bundle, Topic
from prongsai.framework.topics import Advice, load_advice, topics_missing

__all__ = [
    "CONFIDENCE_NAMES",
    "Advice",
    "Bilingual",
    "Bundle",
    "Case",
    "Confidence",
    "DisclosureItem",
    "Fact",
    "Framework",
    "Indicator",
    "Instrument",
    "InstrumentCode",
    "Item",
    "LevelStep",
    "Levels",
    "Part",
    "Source",
    "Sourced",
    "Step",
    "SubIndicator",
    "SurveyItem",
    "Topic",
    "crosswalk",
    "known_years",
    "load_advice",
    "load_cases",
    "load_framework",
    "load_sources",
    "shipped",
    "successors",
    "topics_missing",
]
