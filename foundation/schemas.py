"""JSON Schema 2020-12 as forms use it: nothing is fetched, and no pattern can be made slow."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import create
from jsonschema_specifications import REGISTRY
from referencing import Registry
from referencing.exceptions import NoSuchResource, Unresolvable
from referencing.jsonschema import DRAFT202012

from foundation.patterns import PatternError, compiled, encodable

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_VOCABULARY = "https://json-schema.org/draft/2020-12/vocab/"


def validator(
    schema: Any, formats: FormatChecker | None = None, registry: Registry[Any] = REGISTRY
) -> Validator:
    """A validator; without `formats`, they are annotations.

    `registry` holds every schema that this one may refer to.
    """
    if not isinstance(schema, Mapping):
        return _class(frozenset())(schema, format_checker=formats, registry=registry)
    dialect = schema.get("$schema", _DIALECT)
    own = {name: part for name, part in schema.items() if name != "$schema"}
    made = _class(frozenset(_dropped(dialect, registry)))
    return made(own, format_checker=formats, registry=registry)


def schema_faults(schema: Mapping[str, Any]) -> Iterator[str]:
    """What makes a schema of no use: itself, what it refers to, and its patterns."""
    if schema.get("$schema", _DIALECT) != _DIALECT:
        yield f"the schema follows {schema['$schema']}, and must follow {_DIALECT}"
    for wrong in Draft202012Validator(Draft202012Validator.META_SCHEMA).iter_errors(schema):
        yield f"the schema is none: {wrong.message}, at {wrong.json_path}"
        return
    resolver = REGISTRY.resolver_with_root(DRAFT202012.create_resource(schema))
    for keyword, value in _keywords(schema):
        try:
            if keyword == "$ref":
                resolver.lookup(value)
            elif keyword == "pattern":
                _search(value, "")
        except Unresolvable:
            yield f"the schema refers to {value}, which is not in it"
        except PatternError as wrong:
            yield f"the schema: {wrong}"


def _keywords(schema: Any) -> Iterator[tuple[str, str]]:
    if isinstance(schema, Mapping):
        for keyword, value in schema.items():
            if isinstance(value, str):
                yield keyword, value
            else:
                yield from _keywords(value)
    elif isinstance(schema, list):
        for one in schema:
            yield from _keywords(one)


@lru_cache(maxsize=8)
def _class(dropped: frozenset[str]) -> Callable[..., Validator]:
    own = {
        "pattern": _pattern,
        "patternProperties": _pattern_properties,
        "additionalProperties": _additional_properties,
        "required": _required,
    }
    keywords = {**Draft202012Validator.VALIDATORS, **own}
    return create(
        Draft202012Validator.META_SCHEMA,
        {name: check for name, check in keywords.items() if name not in dropped},
        type_checker=Draft202012Validator.TYPE_CHECKER,
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


def _dropped(metaschema: Any, registry: Registry[Any]) -> Iterator[str]:
    """Keywords of vocabularies that the schema's own metaschema does not have."""
    try:
        contents = registry.contents(metaschema)
    except (NoSuchResource, Unresolvable, AttributeError):
        return
    kept = contents.get("$vocabulary", {})
    for name in ("applicator", "validation", "unevaluated") if kept else ():
        if f"{_VOCABULARY}{name}" not in kept:
            meta = f"https://json-schema.org/draft/2020-12/meta/{name}"
            yield from registry.contents(meta)["properties"]


def _pattern(_: Any, pattern: str, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not _search(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _pattern_properties(
    own: Any, patterns: Mapping[str, Any], instance: Any, schema: Any
) -> Iterator[ValidationError]:
    if not isinstance(instance, dict):
        return
    for pattern, inner in patterns.items():
        for name, value in instance.items():
            if _search(pattern, name):
                yield from own.descend(value, inner, path=name, schema_path=pattern)


def _additional_properties(
    own: Any, additional: Any, instance: Any, schema: Mapping[str, Any]
) -> Iterator[ValidationError]:
    if not isinstance(instance, dict):
        return
    patterns = schema.get("patternProperties", ())
    for name in instance.keys() - schema.get("properties", {}).keys():
        if any(_search(pattern, name) for pattern in patterns):
            continue
        if additional is False:
            yield ValidationError(f"{name!r} is not one of the properties")
        else:
            yield from own.descend(instance[name], additional, path=name)


def _required(_: Any, names: list[str], instance: Any, schema: Any) -> Iterator[ValidationError]:
    """One error for all that an object lacks: nobody wants two hundred of an empty form."""
    missing = [name for name in names if name not in instance] if isinstance(instance, dict) else []
    if missing:
        yield ValidationError(f"required, and not there: {', '.join(missing)}")


def _search(pattern: str, text: str) -> bool:
    return bool(compiled(pattern).search(encodable(text)))
