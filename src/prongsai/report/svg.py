"""A small canvas for charts: shapes and text become one SVG that reads alike in page, Word and PDF."""

from html import escape

INK, QUIET, LINE, ACCENT = "#1c1c1a", "#5d6663", "#c6cfcd", "#0f5e5a"
BAD, GOOD, WARNING, PAPER = "#9c3b25", "#2c6e3f", "#8a5a00", "#ffffff"
_FONT = "Sarabun, 'TH Sarabun New', sans-serif"


class Canvas:
    """Collects shapes; coordinates are pixels from the top left."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._shapes: list[str] = []

    def bar(self, x: float, y: float, width: float, height: float, *, fill: str = ACCENT) -> None:
        """A filled box."""
        self._shapes.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" fill="{fill}"/>')

    def line(self, x1: float, y1: float, x2: float, y2: float, *, colour: str = LINE, width: float = 1, dashed: bool = False) -> None:
        """A straight line."""
        dash = ' stroke-dasharray="4 3"' if dashed else ""
        self._shapes.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-width="{width}"{dash}/>')

    def dot(self, x: float, y: float, radius: float, *, fill: str, edge: str) -> None:
        """A circle."""
        self._shapes.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{fill}" stroke="{edge}" stroke-width="1.5"/>')

    def text(self, x: float, y: float, text: str, *, anchor: str = "start", size: float = 13, bold: bool = False, colour: str = INK) -> None:
        """A text whose baseline starts, centres or ends at the point."""
        weight = ' font-weight="700"' if bold else ""
        self._shapes.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}"{weight}>{escape(text, quote=False)}</text>'
        )

    def svg(self) -> str:
        """The whole picture."""
        size = f'width="{self.width:.0f}" height="{self.height:.0f}" viewBox="0 0 {self.width:.0f} {self.height:.0f}"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{escape(_FONT)}">{"".join(self._shapes)}</svg>'
