"""Functions of XPath, as ODK and Enketo know them, in our language."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.loose import kinds
from kiosk.services.forms.importing.loose.tree import CannotSay
from kiosk.services.forms.importing.schemas import pattern, written
from kiosk.services.forms.importing.spans import months_between
from kiosk.services.forms.importing.terms import Kind, Term
from kiosk.services.forms.importing.xlsform.dating import dated
from kiosk.services.forms.importing.xlsform.xpath import Literal, Reference, Tree

if TYPE_CHECKING:
    from kiosk.services.forms.importing.xlsform.formulas import Formula

Arguments = tuple[Tree, ...]
Act = Callable[["Formula", Arguments], Term]

_PLAIN: dict[str, tuple[str, Kind]] = {
    "string-length": ("length", "integer"),
    "concat": ("concat", "text"),
    "normalize-space": ("trim", "text"),
    "lower-case": ("lower", "text"),
    "upper-case": ("upper", "text"),
    "starts-with": ("starts_with", "truth"),
    "ends-with": ("ends_with", "truth"),
    "contains": ("contains", "truth"),
}


def term(formula: "Formula", function: str, arguments: Arguments) -> Term:
    """The call in our language. Raises CannotSay."""
    if function in _PLAIN:
        ours, kind = _PLAIN[function]
        given = [kinds.as_text(formula.term(one)) for one in arguments]
        return terms.call(ours, given, kind)
    act = _ACTS.get(function.removeprefix("cht:"))
    if act is None:
        raise CannotSay(f"the function {function}()")
    try:
        return act(formula, arguments)
    except (IndexError, ValueError) as wrong:
        if isinstance(wrong, CannotSay):
            raise
        raise CannotSay(f"{function}() with {len(arguments)} values") from wrong


def _selected(formula: "Formula", arguments: Arguments) -> Term:
    answer, value = formula.term(arguments[0]), formula.term(arguments[1])
    if answer.kind == "list":
        return kinds.membership(value, answer)
    return kinds.equality(answer, value)


def _count_selected(formula: "Formula", arguments: Arguments) -> Term:
    return terms.call("count", (formula.term(arguments[0]),), "integer")


def _if(formula: "Formula", arguments: Arguments) -> Term:
    condition, then, otherwise = arguments
    yes, no = formula.term(then), formula.term(otherwise)
    yes = terms.NULL if yes.is_constant and yes.constant == "" else yes
    no = terms.NULL if no.is_constant and no.constant == "" else no
    return terms.chosen(formula.holds(condition), yes, no)


def _coalesce(formula: "Formula", arguments: Arguments) -> Term:
    given = [formula.term(one) for one in arguments]
    found = {one.kind for one in given}
    kind = given[0].kind if len(found) == 1 else "any"
    return terms.call("coalesce", given, "decimal" if found <= set(terms.NUMBERS) else kind)


def _over(ours: str) -> Act:
    """sum, min and max: of one answer over all entries, or of several values."""

    def act(formula: "Formula", arguments: Arguments) -> Term:
        given = [formula.term(one) for one in arguments]
        if len(given) > 1:
            given = [kinds.as_number(one) for one in given]
        return terms.call(ours, given, "decimal")

    return act


def _count(formula: "Formula", arguments: Arguments) -> Term:
    return terms.call("count", (formula.term(arguments[0]),), "integer")


def _round(formula: "Formula", arguments: Arguments) -> Term:
    given = [formula.number(one) for one in arguments]
    return terms.call("round", given, "integer" if len(given) == 1 else "decimal")


def _int(formula: "Formula", arguments: Arguments) -> Term:
    return terms.call("int", (formula.number(arguments[0]),), "integer")


def _floor(formula: "Formula", arguments: Arguments) -> Term:
    number = formula.number(arguments[0])
    cut = terms.call("int", (number,), "integer")
    lower = terms.reckoned(cut, "-", terms.number(1))
    return terms.chosen(terms.compared(number, "<", cut), lower, cut)


def _ceiling(formula: "Formula", arguments: Arguments) -> Term:
    number = formula.number(arguments[0])
    cut = terms.call("int", (number,), "integer")
    upper = terms.reckoned(cut, "+", terms.number(1))
    return terms.chosen(terms.compared(number, ">", cut), upper, cut)


def _abs(formula: "Formula", arguments: Arguments) -> Term:
    number = formula.number(arguments[0])
    minus = terms.reckoned(terms.number(0), "-", number)
    return terms.chosen(terms.compared(number, "<", terms.number(0)), minus, number)


def _pow(formula: "Formula", arguments: Arguments) -> Term:
    number, power = formula.number(arguments[0]), formula.term(arguments[1])
    if not isinstance(power.constant, int) or not 1 <= power.constant <= 6:
        raise CannotSay("a power that is no small whole number")
    made = number
    for _ in range(power.constant - 1):
        made = terms.reckoned(made, "*", number)
    return made


def _number(formula: "Formula", arguments: Arguments) -> Term:
    given = formula.term(arguments[0]) if arguments else formula.itself
    if given is None:
        raise CannotSay("number() of nothing")
    if given.kind in ("date", "date_time"):
        return given
    return kinds.as_number(given)


def _string(formula: "Formula", arguments: Arguments) -> Term:
    return kinds.as_text(formula.term(arguments[0]))


def _boolean(formula: "Formula", arguments: Arguments) -> Term:
    return formula.holds(arguments[0])


def _boolean_from_string(formula: "Formula", arguments: Arguments) -> Term:
    given = formula.term(arguments[0])
    yes = [kinds.equality(given, terms.text(one)) for one in ("true", "1")]
    return terms.either(yes)


def _not(formula: "Formula", arguments: Arguments) -> Term:
    return terms.negated(formula.holds(arguments[0]))


def _regex(formula: "Formula", arguments: Arguments) -> Term:
    match arguments[1]:
        case Literal(str() as source):
            understood = pattern(source)
            if understood is None:
                raise CannotSay(f"the pattern {source!r}")
            given = kinds.as_text(formula.term(arguments[0]))
            return terms.call("matches", (given, written(understood)), "truth")
    raise CannotSay("a pattern that is not written out")


def _substr(formula: "Formula", arguments: Arguments) -> Term:
    text, *numbers = (formula.term(one) for one in arguments)
    whole = [one.constant for one in numbers]
    if not all(isinstance(one, int) and one >= 0 for one in whole):
        raise CannotSay("a part of a text that is not counted in plain numbers")
    if len(whole) == 2:
        numbers = [numbers[0], terms.number(max(0, int(whole[1] or 0) - int(whole[0] or 0)))]
    return terms.call("substring", (kinds.as_text(text), *numbers), "text")


def _today(_: "Formula", arguments: Arguments) -> Term:
    return terms.call("today", (), "date")


def _now(_: "Formula", arguments: Arguments) -> Term:
    now = (terms.call("today", (), "date"), terms.text("T"), terms.call("now_time", (), "time"))
    return terms.call("concat", now, "date_time")


def _date(formula: "Formula", arguments: Arguments) -> Term:
    given = formula.term(arguments[0])
    if given.kind in ("date", "date_time"):
        return given
    return terms.Term(given.text, "date", given.binding, given.constant, given.is_constant)


def _format_date(formula: "Formula", arguments: Arguments) -> Term:
    day, form = formula.term(arguments[0]), formula.term(arguments[1]).constant
    if form in ("%Y-%m-%d", "%Y-%m-%dT%H:%M"):
        return terms.Term(day.text, "date", day.binding)
    if isinstance(form, str):
        return dated(day, form)
    raise CannotSay("a date whose writing is not written out")


def _months_between(formula: "Formula", arguments: Arguments) -> Term:
    start, end = (formula.term(one) for one in arguments)
    return months_between(start, end)


def _days_between(formula: "Formula", arguments: Arguments) -> Term:
    start, end = (formula.term(one) for one in arguments)
    return terms.call("days_between", (start, end), "integer")


def _spans_between(count: Act, of: int) -> Act:
    """Whole weeks of days, whole years of months."""

    def act(formula: "Formula", arguments: Arguments) -> Term:
        number = terms.reckoned(count(formula, arguments), "/", terms.number(of))
        return terms.call("int", (number,), "integer")

    return act


def _add_date(formula: "Formula", arguments: Arguments) -> Term:
    """A day so many years, months and days later."""
    day, *spans = (formula.term(one) for one in arguments)
    years, months, days = (*(kinds.as_number(one) for one in spans), *[terms.number(0)] * 3)[:3]
    count = terms.reckoned(terms.reckoned(terms.number(12), "*", years), "+", months)
    moved = terms.call("add_months", (day, terms.call("int", (count,), "integer")), "date")
    if days == terms.number(0):
        return moved
    return terms.call("add_days", (moved, terms.call("int", (days,), "integer")), "date")


def _once(formula: "Formula", arguments: Arguments) -> Term:
    return formula.term(arguments[0])


def _pulldata(formula: "Formula", arguments: Arguments) -> Term:
    """pulldata('list', 'column', 'key column', key)."""
    match arguments:
        case (Literal(str() as name), Literal(str() as column), Literal(str() as key), answer):
            return formula.row(name, key, formula.term(answer), column)
    raise CannotSay("a look-up whose list and columns are not written out")


def _made_up(formula: "Formula", arguments: Arguments) -> Term:
    """uuid() and random(): the device makes them up."""
    formula.outside.add("the device")
    return terms.NULL


def _join(formula: "Formula", arguments: Arguments) -> Term:
    separator, *parts = (formula.term(one) for one in arguments)
    if len(parts) == 1 and parts[0].kind == "list":
        return terms.call("join", (parts[0], kinds.as_text(separator)), "text")
    return terms.call("join", (terms.listed(parts), kinds.as_text(separator)), "text")


def _choice_name(formula: "Formula", arguments: Arguments) -> Term:
    match arguments:
        case (Reference(name), *_):
            found = formula.scope.label(name)
            if found is not None:
                return found
        case (_, Literal(str() as way)):
            found = formula.scope.label(way.strip("${} ").rpartition("/")[2])
            if found is not None:
                return found
    raise CannotSay("the label of a choice")


def _true(_: "Formula", arguments: Arguments) -> Term:
    return terms.TRUE


def _false(_: "Formula", arguments: Arguments) -> Term:
    return terms.FALSE


_ACTS: dict[str, Act] = {
    "selected": _selected,
    "count-selected": _count_selected,
    "if": _if,
    "coalesce": _coalesce,
    "sum": _over("sum"),
    "min": _over("min"),
    "max": _over("max"),
    "count": _count,
    "count-non-empty": _count,
    "round": _round,
    "int": _int,
    "floor": _floor,
    "ceiling": _ceiling,
    "abs": _abs,
    "pow": _pow,
    "number": _number,
    "string": _string,
    "boolean": _boolean,
    "boolean-from-string": _boolean_from_string,
    "not": _not,
    "regex": _regex,
    "substr": _substr,
    "today": _today,
    "now": _now,
    "date": _date,
    "date-time": _date,
    "decimal-date": _date,
    "decimal-date-time": _date,
    "format-date": _format_date,
    "format-date-time": _format_date,
    "once": _once,
    "pulldata": _pulldata,
    "uuid": _made_up,
    "random": _made_up,
    "join": _join,
    "difference-in-days": _days_between,
    "difference-in-weeks": _spans_between(_days_between, 7),
    "difference-in-months": _months_between,
    "difference-in-years": _spans_between(_months_between, 12),
    "add-date": _add_date,
    "jr:choice-name": _choice_name,
    "true": _true,
    "false": _false,
}
