"""From the pixels of a picture that lies a little askew to points of a straight page, and back."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from prongsai.document.reading.ocr.picture import Stroke
from prongsai.document.reading.pdf.rules import Rule

_POINTS = 72
_LONG = 2.0


@dataclass(frozen=True, slots=True)
class Level:
    """`slant` is how many rows a level line falls a column, `scale` how many points a pixel is."""

    slant: float
    scale: float

    @classmethod
    def of(cls, lying: Iterable[Stroke], dpi: int) -> "Level":
        """As the long lines of the picture lie; straight where it has none."""
        slants = [(stroke.right.row - stroke.left.row) / stroke.length for stroke in lying if stroke.length > _LONG * dpi]
        return cls(median(slants) if slants else 0.0, _POINTS / dpi)

    def length(self, pixels: float) -> float:
        """A length in points."""
        return pixels * self.scale

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A pixel on the straight page."""
        return (x + y * self.slant) * self.scale, (y - x * self.slant) * self.scale

    def pixel(self, x: float, y: float) -> tuple[int, int]:
        """Where a point of the straight page lies in the picture."""
        across, down = x / self.scale, y / self.scale
        return round(across - down * self.slant), round(down + across * self.slant)

    def lying(self, stroke: Stroke) -> Rule:
        """A line from left to right as a rule."""
        (start, y0), (end, y1) = self.point(stroke.left.start, stroke.left.row), self.point(stroke.right.end, stroke.right.row)
        return Rule((y0 + y1) / 2, start, end)

    def standing(self, stroke: Stroke) -> Rule:
        """A line from top to bottom, found in the mirrored picture, as a rule."""
        (x0, start), (x1, end) = self.point(stroke.left.row, stroke.left.start), self.point(stroke.right.row, stroke.right.end)
        return Rule((x0 + x1) / 2, start, end)
