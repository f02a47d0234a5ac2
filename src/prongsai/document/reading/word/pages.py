"""The page that a reader of a Word file is on, as far as the file tells."""

from lxml import etree

from prongsai.document.reading.word.names import is_on, tag, value

_RENDERED = tag("lastRenderedPageBreak")
_SECTION = tag("sectPr")
_SAME_PAGE = frozenset({"continuous", "nextColumn"})


class Pages:
    """Counts page breaks; Word marks those of the last time it laid out the text, and most breaks that somebody set are among them."""

    def __init__(self, body: etree._Element, *, breaks_by_style: int, said: int) -> None:
        """`breaks_by_style` counts paragraphs whose style begins a page, `said` is how many pages the program that saved the file counted, 0 if it did not."""
        self._count = 1
        self._fresh = True
        self._sections = [_starts_page(each) for each in body.iter(_SECTION)]
        rendered = next(body.iter(_RENDERED), None) is not None
        breaks = breaks_by_style + sum(self._sections[1:]) + _breaks(body)
        # Set breaks alone tell the page only where the program that saved the file counted as many pages as they make.
        self.known = rendered or (breaks > 0 and said == breaks + 1)

    @property
    def current(self) -> int | None:
        """The page from 1, None where the file tells nothing."""
        return self._count if self.known else None

    def text(self) -> None:
        """Text stands on this page."""
        self._fresh = False

    def new_page(self) -> None:
        """A break, set or found by Word; right behind another one it is the same."""
        if not self._fresh:
            self._count += 1
        self._fresh = True

    def section_end(self) -> None:
        """A section ends; how the next one begins stands in its own properties."""
        self._sections = self._sections[1:]
        if self._sections and self._sections[0]:
            self.new_page()

    @property
    def state(self) -> tuple[int, bool]:
        """The page, and whether nothing stands on it yet: by these one can come back, as the cells of a row stand beside each other."""
        return self._count, self._fresh

    def go_to(self, state: tuple[int, bool]) -> None:
        """Come back to a state."""
        self._count, self._fresh = state


def _starts_page(section: etree._Element) -> bool:
    return value(section.find(tag("type"))) not in _SAME_PAGE


def _breaks(body: etree._Element) -> int:
    breaks = sum(value(each, "type") == "page" for each in body.iter(tag("br")))
    return breaks + sum(is_on(each) for each in body.iter(tag("pageBreakBefore")))
