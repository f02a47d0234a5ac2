"""WeasyPrint: VARIANT (plain or a-2a), FOLDER...; prints the seconds of each page, on the clock and on the processor."""

import json
import sys
import time
from pathlib import Path

from weasyprint import CSS, HTML

# WeasyPrint 70 fails on markers of lists that have a content of their own.
_MARKERS = "main li::marker{content:normal !important}"


def main() -> None:
    """Folders that hold reports are looked into; a small page first, so that loading is not counted."""
    options = {} if sys.argv[1] == "plain" else {"pdf_variant": f"pdf/{sys.argv[1]}"}
    HTML(string="<p>ก</p>").write_pdf(**options)
    seconds, processor = [], []
    for page in sorted(page for name in sys.argv[2:] for page in Path(name).rglob("page.html")):
        text = page.read_text(encoding="utf-8")
        begun, used = time.perf_counter(), time.process_time()
        HTML(string=text).write_pdf(stylesheets=[CSS(string=_MARKERS)], **options)
        seconds.append(time.perf_counter() - begun)
        processor.append(time.process_time() - used)
    print(json.dumps({"seconds": seconds, "cpu": processor}))


if __name__ == "__main__":
    main()
