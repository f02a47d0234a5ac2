"""The three official reports of an agency: analysis, measures, progress."""

from prongsai.report.brief import Brief
from prongsai.report.layout import layouts
from prongsai.report.write import FORMATS, KINDS, Format, ReportKind, build, possible_kinds, write_report

__all__ = ["FORMATS", "KINDS", "Brief", "Format", "ReportKind", "build", "layouts", "possible_kinds", "write_report"]
