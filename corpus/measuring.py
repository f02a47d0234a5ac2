"""A measurement: every document in every form before the checker, on all cores."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from os import cpu_count

from corpus.faults import RULES, clean, planted
from corpus.planting import Form, Planted
from corpus.styles import Written
from corpus.trial import Trial, try_clean, try_planted

SEED, AGENCIES, EACH = 2569, 10, 20
FILES: tuple[Form, ...] = ("docx", "pdf", "txt")
_BATCH = 8
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Plan:
    """What is measured: `each` faults of each rule in documents of `agencies` agencies, and all their clean documents, in these forms."""

    seed: int = SEED
    agencies: int = AGENCIES
    each: int = EACH
    rules: tuple[str, ...] = RULES
    forms: tuple[Form, ...] = FILES
    with_clean: bool = True


def measured(plan: Plan, progress: Progress = lambda done, whole: None) -> list[Trial]:
    """The trials of a plan, in the order in which they were planned."""
    count = len(_tasks(plan))
    batches = [range(first, min(first + _BATCH, count)) for first in range(0, count, _BATCH)]
    done: dict[int, list[Trial]] = {}
    with ProcessPoolExecutor(cpu_count(), mp_context=get_context("spawn")) as pool:
        running = {pool.submit(_run, plan, batch): batch.start for batch in batches}
        for future in as_completed(running):
            done[running[future]] = future.result()
            progress(sum(map(len, done.values())), count)
    return [trial for place in sorted(done) for trial in done[place]]


Task = tuple[Written | Planted, Form]


@cache
def _tasks(plan: Plan) -> list[Task]:
    """What is to be tried: made again in every process, for documents under work do not travel."""
    documents = clean(plan.seed, plan.agencies)
    faults = planted(documents, plan.seed, plan.each, plan.rules)
    subjects: list[Written | Planted] = [*(documents if plan.with_clean else ()), *faults]
    return [(subject, form) for subject in subjects for form in plan.forms if not (isinstance(subject, Planted) and form in subject.lost_in)]


def _run(plan: Plan, places: range) -> list[Trial]:
    tasks = [_tasks(plan)[place] for place in places]
    return [try_planted(subject, form) if isinstance(subject, Planted) else try_clean(subject, form) for subject, form in tasks]
