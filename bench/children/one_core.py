"""Keeps this process and its threads on one processor; import it before anything that starts threads."""

import os

if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
