"""The size that an SVG says it has."""

import re

from lxml import etree

_NUMBER = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*(?:px|pt)?\s*")
_DEFAULT = (600.0, 400.0)


def svg_size(svg: str) -> tuple[float, float]:
    """Width and height in the picture's own units: its attributes, else its view box, else three to two."""
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    sides = [_NUMBER.fullmatch(root.get(side, "")) for side in ("width", "height")]
    if sides[0] and sides[1]:
        return float(sides[0][1]), float(sides[1][1])
    box = [float(number) for number in re.findall(r"-?[0-9.]+", root.get("viewBox", ""))]
    return (box[2], box[3]) if len(box) == 4 and box[2] > 0 and box[3] > 0 else _DEFAULT
