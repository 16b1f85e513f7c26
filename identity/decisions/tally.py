"""What was seen in a capture, picture by picture, and what that says when nothing was decided."""

from collections import Counter

from identity.decisions.decision import Cause

GOOD = "good"


class Tally:
    """Counts what each picture was: GOOD, no_face, several_faces or a piece of advice."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def add(self, what: str) -> None:
        """One picture."""
        self._seen[what] += 1

    @property
    def total(self) -> int:
        """Pictures seen."""
        return self._seen.total()

    def dominating(self) -> Cause:
        """Why there was no decision: what most pictures were; `timeout` when those were good."""
        groups: Counter[Cause] = Counter()
        for what, times in self._seen.items():
            groups[_group(what)] += times
        return groups.most_common(1)[0][0] if groups else Cause.TIMEOUT

    def usual_advice(self) -> str | None:
        """The most frequent piece of advice."""
        advice = Counter({w: n for w, n in self._seen.items() if _group(w) is Cause.QUALITY})
        return advice.most_common(1)[0][0] if advice else None


def _group(what: str) -> Cause:
    if what == GOOD:
        return Cause.TIMEOUT
    return Cause(what) if what in (Cause.NO_FACE, Cause.SEVERAL_FACES) else Cause.QUALITY
