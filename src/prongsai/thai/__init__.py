"""Thai as offices write it: numbers, dates and fiscal years, codes of items, names of agencies, and text that needs mending."""

from prongsai.thai.agencies import AGENCY_TYPES, AgencyName, AgencyType, agency_type, find_type, parse_agency, short_form, type_of
from prongsai.thai.codes import Instrument, ItemCode, parse_item, parse_node
from prongsai.thai.date_style import DateStyle, format_date, format_period
from prongsai.thai.dates import Edge, parse_date
from prongsai.thai.fiscal_years import FiscalYear, fiscal_year_of
from prongsai.thai.mentions import FoundItem, FoundRange, find_items, find_ranges
from prongsai.thai.months import MonthStyle, month_name
from prongsai.thai.numerals import format_number, parse_number, to_arabic_digits, to_thai_digits
from prongsai.thai.text import cluster_length, is_thai, repair, thai_ratio

__all__ = [
    "AGENCY_TYPES",
    "AgencyName",
    "AgencyType",
    "DateStyle",
    "Edge",
    "FiscalYear",
    "FoundItem",
    "FoundRange",
    "Instrument",
    "ItemCode",
    "MonthStyle",
    "agency_type",
    "cluster_length",
    "find_items",
    "find_ranges",
    "find_type",
    "fiscal_year_of",
    "format_date",
    "format_number",
    "format_period",
    "is_thai",
    "month_name",
    "parse_agency",
    "parse_date",
    "parse_item",
    "parse_node",
    "parse_number",
    "repair",
    "short_form",
    "thai_ratio",
    "to_arabic_digits",
    "to_thai_digits",
    "type_of",
]
