"""The command line: a shell over the same functions as the web."""

import sys


def main() -> None:
    """Entry of the command `prongsai`; nothing heavy is imported before it is needed."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from prongsai import __version__

        print(f"prongsai {__version__}")
        return
    from prongsai.cli.app import run

    sys.exit(run(sys.argv[1:]))


__all__ = ["main"]
