"""The language of help and answers: --lang on the command line, else PRONGSAI_LANG, else Thai."""

import os
import sys

from prongsai.words import Language, Words


def language_of(arguments: list[str]) -> Language:
    """The language that the arguments ask for; help texts need it before they are parsed."""
    asked = os.environ.get("PRONGSAI_LANG", "th")
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            asked = arguments[place + 1]
        elif argument.startswith("--lang="):
            asked = argument.partition("=")[2]
    return "en" if asked.lower().startswith("en") else "th"


LANGUAGE: Language = language_of(sys.argv[1:])


def say(th: str, en: str) -> str:
    """One of two texts in the language of this run."""
    return th if LANGUAGE == "th" else en


def of(words: Words | None) -> str:
    """A bilingual text in the language of this run; empty where there is none."""
    return words.to(LANGUAGE) if words else ""
