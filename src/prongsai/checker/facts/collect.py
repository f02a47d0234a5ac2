"""From a document to everything it states."""

from prongsai.checker.fact import Facts, Kind
from prongsai.checker.facts.citations import cited_of, lost_of, parts_of, titles_of
from prongsai.checker.facts.identity import identity_of
from prongsai.checker.facts.measures.measure_facts import MeasureFacts, measure_facts
from prongsai.checker.facts.scores.score_facts import ScoreFacts, score_facts
from prongsai.checker.facts.years import is_about_ita, stated_kind, years_of
from prongsai.checker.nodes import Names
from prongsai.checker.outline import outline_of
from prongsai.document import Document, Reading
from prongsai.thai import thai_ratio

_LEAST_THAI, _SAMPLE = 0.3, 5000


def facts_of(source: Reading | Document, year: int | None = None) -> Facts:
    """What a document states; `year` is the fiscal year assessed (B.E.) where it is known better than the document says."""
    outline = outline_of(source)
    stated = stated_kind(outline)
    years = years_of(outline, stated)
    assessed = year if year is not None else years.assessed
    plan = years.plan if years.plan is not None or assessed is None else assessed + 1
    names = Names.of(assessed)
    identity = identity_of(outline)
    scores = score_facts(outline, assessed)
    measures = measure_facts(outline, assessed, plan)
    return Facts(
        outline=outline,
        kind=_kind(stated, scores, measures) if is_about_ita(outline) else "unknown",
        agency=identity.agency,
        district=identity.district,
        province=identity.province,
        assessed=assessed,
        plan=plan,
        language="th" if thai_ratio(outline.text[:_SAMPLE]) >= _LEAST_THAI else "en",
        quality=source.quality if isinstance(source, Reading) else 1.0,
        scanned=isinstance(source, Reading) and source.scanned,
        agencies=identity.agencies,
        types=identity.types,
        places=identity.places,
        years=years.years,
        scores=scores.scores,
        changes=scores.changes,
        extremes=scores.extremes,
        levels=scores.levels,
        level_tables=scores.level_tables,
        weights=scores.weights,
        targets=scores.targets,
        lost=lost_of(outline, names),
        titles=tuple(titles_of(outline, names)),
        parts=tuple(parts_of(outline)),
        measures=measures.measures,
        cited=tuple(cited_of(outline, names)),
        oddities=(*scores.oddities, *measures.oddities),
    )


def _kind(stated: Kind, scores: ScoreFacts, measures: MeasureFacts) -> Kind:
    """The kind that the titles say; of a document without a telling title what it holds."""
    if stated != "unknown":
        return stated
    if any(measure.reports for measure in measures.measures):
        return "progress"
    return "measures" if measures.measures else "analysis" if scores.scores else "unknown"
