"""Damage to count lines, numbers, charges, types of charge and comments."""

import re
from random import Random

from demo.noise.lines import replacing, rewriting

count_labels = replacing(r"^CNT:(?=\d)", ("CHT:", "CNI:", "CNT: ", "CNT : ", "CRT:"))
long_counts = replacing(r"^CNT:(\d\d)(?=\s|$)", (r"CNT:0\1",))
number_marks = replacing(r"^(CNT:\S+ +)#(\S+)$", (r"\1*\2", r"\1#\2.", r"\1#\2-"))
charge_dashes = replacing(r"^(  \S.*?) PC-(?=[A-Z])", (r"\1 PC–", r"\1 PC—", r"\1 CP-", r"\1 PC -"))
comment_labels = replacing(r"^   COM:", ("   COM;", "   .COM:", "   COM :"))
sections_spaced = replacing(r"^(  \d[\d.]*)\((\w+)\)(?= [A-Z]{2}-)", (r"\1 (\2)", r"\1 ( \2 )"))


def _moved(match: re.Match[str], rng: Random) -> list[str]:
    return [match[1].rstrip(), match[2]]


def _level_moved(match: re.Match[str], rng: Random) -> list[str]:
    charge, level = match[1].rstrip(), match[2]
    return [charge, f"  TOC:{level}"] if rng.random() < 0.5 else [f"{charge}  TOC:{level}."]


numbers_moved = rewriting(r"^(CNT:\S+) +(#.+)$", _moved)
levels_moved = rewriting(r"^(  \S.*?)\s+TOC:([FMIN])$", _level_moved)
