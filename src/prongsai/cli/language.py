"""The language of help and answers: --lang on the command line, else PRONGSAI_LANG, else Thai."""

import os
import sys

from prongsai.words import Language, Words


def asked_language(arguments: list[str]) -> str:
    """What --lang says, else PRONGSAI_LANG, else th; help texts need it before the arguments are parsed."""
    asked = "en" if os.environ.get("PRONGSAI_LANG", "").lower().startswith("en") else "th"
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            asked = arguments[place + 1]
        elif argument.startswith("--lang="):
            asked = argument.partition("=")[2]
    return asked.lower()


def language_of(arguments: list[str]) -> Language:
    """The language that the arguments ask for; Thai where they ask for none that there is."""
    return "en" if asked_language(arguments).startswith("en") else "th"


LANGUAGE: Language = language_of(sys.argv[1:])


def say(th: str, en: str) -> str:
    """One of two texts in the language of this run."""
    return th if LANGUAGE == "th" else en


def of(words: Words | None) -> str:
    """A bilingual text in the language of this run; empty where there is none."""
    return words.to(LANGUAGE) if words else ""
