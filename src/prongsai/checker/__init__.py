"""What anybody's document states, and what in it contradicts itself, the year's rules or the agency's results."""

from prongsai.checker.check import Check, check
from prongsai.checker.fact import Facts, Kind
from prongsai.checker.facts.collect import facts_of
from prongsai.checker.from_file import check_document, read_figures
from prongsai.checker.harvesting.file import answer_of, write_harvest, yaml_of
from prongsai.checker.harvesting.harvest import harvest
from prongsai.checker.harvesting.model import Harvest, NotUnderstood, Statement, Taken
from prongsai.checker.kinds import KIND_NAMES, SEVERITY_NAMES, SHORT_KIND_NAMES
from prongsai.checker.page import remark_page
from prongsai.checker.places import Places, comment_text, places_of
from prongsai.checker.remark import DocumentRemark
from prongsai.checker.rules.registry import RULES
from prongsai.checker.rules.rule import Rule

__all__ = [
    "KIND_NAMES",
    "RULES",
    "SEVERITY_NAMES",
    "SHORT_KIND_NAMES",
    "Check",
    "DocumentRemark",
    "Facts",
    "Harvest",
    "Kind",
    "NotUnderstood",
    "Places",
    "Rule",
    "Statement",
    "Taken",
    "answer_of",
    "check",
    "check_document",
    "comment_text",
    "facts_of",
    "harvest",
    "places_of",
    "read_figures",
    "remark_page",
    "write_harvest",
    "yaml_of",
]
