"""Writes the parts of the documentation that follow from the code: the map and the years of the READMEs, and docs/cli.md.

`make docs` writes them; a test calls `pages` and compares. Run with --help-pages, it prints the help of every command as JSON.
"""

import ast
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
sys.path.insert(0, str(SOURCE))

from prongsai.framework import Framework, known_years, load_framework  # noqa: E402
