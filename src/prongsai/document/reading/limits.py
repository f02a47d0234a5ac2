"""How much a reader may take of the machine before it is stopped."""

from dataclasses import dataclass

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one reading.

    `seconds` is the wall clock and the computing time of reading text, `page_seconds` what each page to be recognised adds to it; `memory` is the address space
    in bytes (where the system can bound it), `file` the size of the file on the disk and `answer` the size of what the reader may send back, both in bytes;
    `pages` is how many pages are recognised from pictures at most.
    """

    seconds: float = 60.0
    page_seconds: float = 60.0
    memory: int = 1024 * _MIB
    file: int = 100 * _MIB
    answer: int = 32 * _MIB
    pages: int = 300

    def for_pages(self, count: int) -> "Limits":
        """The bounds where so many pages are recognised from pictures."""
        return Limits(self.seconds + count * self.page_seconds, self.page_seconds, self.memory, self.file, self.answer, self.pages)
