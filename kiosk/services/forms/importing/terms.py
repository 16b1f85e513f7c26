"""Pieces of our expression language, put together so that they bind as they should."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["text", "integer", "decimal", "truth", "date", "time", "date_time", "list", "any"]
"""What a term gives; `decimal` is one that can be reckoned with, `any` is not known."""

_OR, _AND, _NOT, _COMPARISON, _SUM, _PRODUCT, _ATOM = range(7)

NUMBERS = ("integer", "decimal")


@dataclass(frozen=True)
class Term:
    """A piece of an expression. `constant` is set when it is one, for what depends on kinds."""

    text: str
    kind: Kind = "any"
    binding: int = _ATOM
    constant: str | int | Decimal | bool | None = None
    is_constant: bool = False
    opposite: str = ""
    """The same with the other sign, where that says exactly "not"."""
    word: str = ""
    """and, or, not: what joins `parts`."""
    parts: "tuple[Term, ...]" = ()


TRUE = Term("true", "truth", constant=True, is_constant=True)
FALSE = Term("false", "truth", constant=False, is_constant=True)
NULL = Term("null", "any", is_constant=True)


def text(value: str) -> Term:
    """A text as it stands; one that holds both kinds of quotation mark is put together."""
    if "'" in value and '"' in value:
        pieces = [_quoted(one) for one in re.split("(')", value) if one]
        written = f"concat({', '.join(pieces)})"
    else:
        written = _quoted(value)
    return Term(written, "text", constant=value, is_constant=True)


def number(value: int | Decimal) -> Term:
    """A number as it stands, without an exponent."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)
    kind: Kind = "integer" if isinstance(value, int) else "decimal"
    binding = _ATOM if value >= 0 else _PRODUCT
    return Term(format(value, "f") if kind == "decimal" else str(value), kind, binding, value, True)


def truth(value: bool) -> Term:
    """true or false."""
    return TRUE if value else FALSE


def name(identifier: str, kind: Kind) -> Term:
    """An answer by its name."""
    return Term(identifier, kind)


def call(function: str, arguments: Iterable[Term], kind: Kind) -> Term:
    """A function of these."""
    return Term(f"{function}({', '.join(one.text for one in arguments)})", kind)


def compared(left: Term, sign: str, right: Term) -> Term:
    """left sign right, for = != < <= > >= and in."""
    one, other = _held(left, _SUM), _held(right, _SUM)
    opposite = {"=": f"{one} != {other}", "!=": f"{one} = {other}"}.get(sign, "")
    return Term(f"{one} {sign} {other}", "truth", _COMPARISON, opposite=opposite)


def reckoned(left: Term, sign: str, right: Term) -> Term:
    """left sign right, for + - * / and %."""
    level = _SUM if sign in "+-" else _PRODUCT
    whole = left.kind == right.kind == "integer" and sign not in "/"
    inner = f"{_held(left, level)} {sign} {_held(right, level + 1)}"
    return Term(inner, "integer" if whole else "decimal", level)


def listed(items: Iterable[Term]) -> Term:
    """[a, b]."""
    return Term(f"[{', '.join(one.text for one in items)}]", "list")


def negated(term: Term) -> Term:
    """not term, said plainly where that is possible."""
    if term.is_constant:
        return truth(not term.constant)
    if term.opposite:
        return Term(term.opposite, "truth", _COMPARISON, opposite=term.text)
    if term.word == "not":
        return term.parts[0]
    return Term(f"not {_held(term, _COMPARISON)}", "truth", _NOT, word="not", parts=(term,))


def both(terms: Iterable[Term]) -> Term:
    """All of these; true of none."""
    return _joined(terms, "and", _AND, neutral=TRUE, absorbing=FALSE)


def either(terms: Iterable[Term]) -> Term:
    """Any of these; false of none."""
    return _joined(terms, "or", _OR, neutral=FALSE, absorbing=TRUE)


def chosen(condition: Term, then: Term, otherwise: Term) -> Term:
    """if(condition, then, otherwise)."""
    kind = then.kind if then.kind == otherwise.kind or otherwise == NULL else "any"
    if then == NULL:
        kind = otherwise.kind
    if {then.kind, otherwise.kind} == set(NUMBERS):
        kind = "decimal"
    return call("if", (condition, then, otherwise), kind)


def _quoted(value: str) -> str:
    mark = '"' if "'" in value else "'"
    return f"{mark}{value}{mark}"


def _joined(terms: Iterable[Term], word: str, level: int, neutral: Term, absorbing: Term) -> Term:
    flat = [part for one in terms for part in (one.parts if one.word == word else (one,))]
    parts = tuple(dict.fromkeys(one for one in flat if one != neutral))
    if absorbing in parts:
        return absorbing
    if not parts:
        return neutral
    if len(parts) == 1:
        return parts[0]
    text = f" {word} ".join(_held(one, level) for one in parts)
    return Term(text, "truth", level, word=word, parts=parts)


def _held(term: Term, level: int) -> str:
    return term.text if term.binding >= level else f"({term.text})"
