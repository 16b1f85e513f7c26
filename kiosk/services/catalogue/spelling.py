"""One spelling for what means the same, and how far two spellings are apart."""

import json
import unicodedata
from functools import cache

from foundation.paths import asset


def folded(text: str) -> str:
    """Half width, small letters, simplified characters, and nothing but letters and digits."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum()).translate(_simplified())


def slips(left: str, right: str, most: int) -> int:
    """Letters more, less, other, or two swapped, until the words are equal; at most `most` + 1."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    above: list[int] = []
    last: list[int] = []
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left, 1):
        above, last, row = last, row, [i]
        for j, other in enumerate(right, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and left[i - 2] == other and right[j - 2] == letter:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


@cache
def _simplified() -> dict[int, str]:
    """Traditional characters of those in everyday use."""
    table: dict[str, str] = json.loads(asset("catalogue", "traditional.json").read_text("utf-8"))
    return {ord(one): simple for simple, others in table.items() for one in others}
