"""Ways in which agencies write, each a function from a made-up agency and a kind to a marked document."""

from corpus.styles.style import NAMES, OWN, Kind, Written, kinds_of, written, written_from

__all__ = ["NAMES", "OWN", "Kind", "Written", "kinds_of", "written", "written_from"]
