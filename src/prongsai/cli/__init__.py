"""The command line: a shell over the same functions as the web."""

import io
import sys


def main() -> None:
    """Entry of the command `prongsai`; nothing heavy is imported before it is needed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file or pipe gets UTF-8 whatever the system says; a terminal keeps its own and shows what it can.
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="replace")
    if sys.argv[1:] in (["--version"], ["-V"]):
        from prongsai import __version__

        print(f"prongsai {__version__}")
        return
    from prongsai.cli.app import run

    sys.exit(run(sys.argv[1:]))


__all__ = ["main"]
