"""Loading topics and bundles: the advice that follows a matter through the years."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from prongsai.errors import InvalidFramework, Problem
from prongsai.framework.load import read_records, shipped
from prongsai.framework.model import Framework
from prongsai.framework.topic import Bundle, Topic
from prongsai.words import Words


@dataclass(frozen=True)
class Advice:
    """All topics by kind and id, and the bundles by id."""

    topics: dict[tuple[str, str], Topic]
    bundles: dict[str, Bundle]

    def about(self, kind: str, topic: str) -> Topic | None:
        """The advice on a matter; `kind` as in the topic files."""
        return self.topics.get((kind, topic))


@lru_cache(maxsize=4)
def load_advice(overlay: Path | None = None) -> Advice:
    """Topics and bundles that ship, with those of the user's folder (DIR/topics/*.yaml) in their place; raises InvalidFramework."""
    folders = [shipped() / "topics"] + ([overlay / "topics"] if overlay is not None and (overlay / "topics").is_dir() else [])
    paths = [path for folder in folders for path in sorted(folder.glob("*.yaml"))]
    topics: list[Topic] = list(read_records([path for path in paths if path.name != "bundles.yaml"], Topic))
    bundles: list[Bundle] = list(read_records([path for path in paths if path.name == "bundles.yaml"], Bundle))
    advice = Advice({(topic.kind, topic.id): topic for topic in topics}, {bundle.id: bundle for bundle in bundles})
    problems = _dangling(advice)
    if problems:
        raise InvalidFramework(problems)
    return advice


def topics_missing(framework: Framework, advice: Advice) -> list[Problem]:
    """Topics that the year's files name and no topic file describes."""
    named = {("indicator", indicator.topic) for indicator in framework.rules.indicators}
    named |= {("sub-indicator", sub.topic) for sub in framework.sub_indicators.values()}
    for item in framework.items.values():
        named |= {("disclosure" if item.instrument == "OIT" else "perception", topic) for topic in item.topics}
    return [_unknown(f"{framework.year}", kind, topic) for kind, topic in sorted(named - set(advice.topics))]


def _dangling(advice: Advice) -> list[Problem]:
    places = {topic for kind, topic in advice.topics if kind in ("disclosure", "sub-indicator")}
    problems = [
        _unknown(f"topics › {topic.id}", "disclosure", link.topic) for topic in advice.topics.values() for link in topic.leans_on if link.topic not in places
    ]
    bundles = [topic for topic in advice.topics.values() if topic.bundle is not None and topic.bundle not in advice.bundles]
    return problems + [_unknown(f"topics › {topic.id}", "bundle", str(topic.bundle)) for topic in bundles]


def _unknown(where: str, kind: str, topic: str) -> Problem:
    what = Words(f"ไม่มีหัวข้อ “{topic}” ({kind})", f"there is no topic '{topic}' ({kind})")
    return Problem("unknown-topic", what, where, mend=Words("เพิ่มหัวข้อในโฟลเดอร์ topics หรือแก้ชื่อ", "add it to the topics folder or mend the name"))
