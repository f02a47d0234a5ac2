"""Sara am in pictures: the drawing libraries count only its first part and draw the next letter over it, so it is given in two parts."""

import re

_SARA_AM = re.compile("([\u0e48-\u0e4b]?)\u0e33")


def drawn(svg: str) -> str:
    """The picture with every sara am in its texts in two parts, in the order in which they are drawn."""
    return _SARA_AM.sub("\u0e4d\\1\u0e32", svg)
