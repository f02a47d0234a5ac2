"""Prongsai (โปร่งใส, transparent): from an agency's ITA result to its measures, reports and public page."""

__version__ = "0.1.0"
