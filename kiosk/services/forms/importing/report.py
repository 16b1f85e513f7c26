"""What became of every question, condition and text of an imported form."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Kind = Literal["question", "condition", "text", "setting"]
Outcome = Literal["kept", "changed", "lost"]

HAND = "write it by hand in our form's file"
"""Advice on what can be said in our language, and was not understood."""

_WORST: tuple[Outcome, ...] = ("kept", "changed", "lost")


@dataclass(frozen=True)
class Remark:
    """One thing that is not as it was: where in the source, what became of it, what to do."""

    kind: Kind
    where: str
    what: str
    outcome: Outcome
    """A remark on something that is kept says what is wrong with it in the source itself."""
    became: str
    advice: str


@dataclass(frozen=True)
class Tally:
    """How many there are in the source, and what became of them; the three add up to `source`."""

    source: int
    kept: int
    changed: int
    lost: int

    @property
    def share(self) -> float:
        """The share that was kept as it was; 1.0 of nothing."""
        return self.kept / self.source if self.source else 1.0


@dataclass(frozen=True)
class Counted:
    """What a walk of the raw source finds, without regard to what the importer understands."""

    questions: int
    conditions: int
    texts: int


@dataclass(frozen=True)
class Report:
    """The whole account. `names`: name in the source -> name in the form, where they differ."""

    source: str
    title: str
    questions: Tally
    conditions: Tally
    texts: Tally
    names: dict[str, str]
    remarks: tuple[Remark, ...]

    @property
    def faulty(self) -> int:
        """Conditions that are kept, and that are wrong in the source itself."""
        return len({one.where for one in self.remarks if one.outcome == "kept"})

    def as_json(self) -> dict[str, Any]:
        """Plain JSON, with the shares."""
        plain = asdict(self)
        for kind in ("questions", "conditions", "texts"):
            plain[kind]["share"] = round(getattr(self, kind).share, 4)
        plain["faulty"] = self.faulty
        return plain

    def lines(self) -> list[str]:
        """The account as a person reads it."""
        told = [_line(one, getattr(self, one)) for one in ("questions", "conditions", "texts")]
        if self.faulty:
            told.append(f"faulty in the source itself: {self.faulty} of the conditions kept")
        for one in self.remarks:
            told.append(f"{one.outcome}: {one.kind} at {one.where}: {one.what}")
            told.append(f"    became: {one.became}")
            told.append(f"    to do: {one.advice}")
        told += [f"renamed: {old} is now {new}" for old, new in self.names.items()]
        return told


def _line(name: str, tally: Tally) -> str:
    return (
        f"{name}: {tally.source} in the source, {tally.kept} kept, {tally.changed} changed, "
        f"{tally.lost} lost ({tally.share:.1%} kept)"
    )


@dataclass
class Ledger:
    """Kept while a form is read; what was met, and what was said of it.

    Each thing has a key of its own (`where`); the worst remark about it is its outcome.
    """

    remarks: list[Remark] = field(default_factory=list)
    _met: dict[tuple[Kind, str], Outcome] = field(default_factory=dict)

    def met(self, kind: Kind, where: str) -> None:
        """This is in the source; kept unless somebody says otherwise."""
        self._met.setdefault((kind, where), "kept")

    def changed(self, kind: Kind, where: str, what: str, became: str, advice: str) -> None:
        """It is there still, but does not mean quite the same."""
        self._remark(Remark(kind, where, what, "changed", became, advice))

    def lost(
        self, kind: Kind, where: str, what: str, advice: str, became: str = "left out"
    ) -> None:
        """It could not be expressed."""
        self._remark(Remark(kind, where, what, "lost", became, advice))

    def faulty(self, where: str, what: str, became: str) -> None:
        """A condition that is kept as it is, and is wrong in the source already."""
        advice = "mend it in the source, or take it out"
        self._remark(Remark("condition", where, what, "kept", became, advice))

    def beside(self, where: str, outside: Iterable[str], became: str = "") -> None:
        """A condition that looks at what is not in the form; `became`: what it came to where
        nothing is left of it."""
        told = ", ".join(sorted(outside))
        what = f"it looks at what is not in the form ({told})"
        if told and became:
            advice = "let the department add the value, or give it another condition"
            self.lost("condition", where, what, advice, became)
        elif told:
            advice = "let the department add the value, or write the list into the form"
            self.changed("condition", where, what, "as if nothing were given there", advice)

    def note(self, where: str, what: str, became: str, advice: str) -> None:
        """A setting of the form beside its questions and conditions."""
        self._remark(Remark("setting", where, what, "lost", became, advice))

    def close(self, source: str, title: str, names: dict[str, str], counted: Counted) -> Report:
        """The report; what the counter saw and no reader met is lost."""
        renamed = {old: new for old, new in names.items() if old != new}
        return Report(
            source,
            title,
            self._tally("question", counted.questions),
            self._tally("condition", counted.conditions),
            self._tally("text", counted.texts),
            renamed,
            tuple(self.remarks),
        )

    def _remark(self, remark: Remark) -> None:
        if remark in self.remarks:
            return
        self.remarks.append(remark)
        if remark.kind == "setting":
            return
        key = (remark.kind, remark.where)
        self._met[key] = worst((self._met.get(key, "kept"), remark.outcome))

    def _tally(self, kind: Kind, counted: int) -> Tally:
        met = [outcome for (one, _), outcome in self._met.items() if one == kind]
        if counted > len(met):
            number = counted - len(met)
            self.lost(
                kind,
                "the whole file",
                f"{number} more than the importer met",
                "compare the form with its source",
            )
            gone: list[Outcome] = ["lost"] * number
            met += gone
        kept, changed = met.count("kept"), met.count("changed")
        return Tally(len(met), kept, changed, len(met) - kept - changed)


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The worst of them."""
    return max(outcomes, key=_WORST.index)
