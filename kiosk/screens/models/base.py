"""How a view model is written: one line for each value QML may read, one for each intent."""

from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import Property, QObject, Signal

T = TypeVar("T")

# QML knows lists and maps as variants; everything else goes by its own name.
_QT_TYPES: dict[type, Any] = {
    list: "QVariantList",
    dict: "QVariantMap",
    type(None): "QVariant",
}

if TYPE_CHECKING:
    _QObjectType = type
else:
    _QObjectType = type(QObject)


class _Value:
    """A value waiting to become a Qt property when its class is made."""

    def __init__(self, initial: object, qt_type: Any) -> None:
        self.initial = initial
        self.qt_type = qt_type


def value(initial: T) -> T:
    """A property of this first value and type, with a change signal named `<name>Changed`.

    Assigning an equal value says nothing. Lists and maps are replaced, never changed in place.
    """
    qt_type = _QT_TYPES.get(type(initial), type(initial))
    return cast(T, _Value(initial, qt_type))


def optional_map() -> dict[str, Any] | None:
    """A property that is a map, or None (null in QML)."""
    return cast("dict[str, Any] | None", _Value(None, "QVariant"))


class _ModelType(_QObjectType):
    """Turns each `value(...)` of a class body into a Qt property and its change signal."""

    def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
        for key, found in list(body.items()):
            if isinstance(found, _Value):
                changed = Signal(name=f"{key}Changed")
                body[f"{key}Changed"] = changed
                body[key] = _property(key, found, changed)
        return cast(type, super().__new__(mcs, name, bases, body))


def _property(key: str, of: _Value, changed: Signal) -> Property:
    hidden = f"_{key}"

    def read(self: QObject) -> Any:
        return getattr(self, hidden, of.initial)

    def write(self: QObject, new: Any) -> None:
        if new != getattr(self, hidden, of.initial):
            setattr(self, hidden, new)
            getattr(self, f"{key}Changed").emit()

    return Property(of.qt_type, read, write, notify=changed)


class Model(QObject, metaclass=_ModelType):
    """A passive view model: a controller assigns its values, QML emits its intents.

    Names are camelCase because QML reads them.
    """

    def reset(self) -> None:
        """Back to the values it was made with, so that nothing of one person meets the next."""
        for kind in type(self).__mro__:
            for key in vars(kind):
                self.__dict__.pop(f"_{key}", None)
        meta = self.metaObject()
        for index in range(QObject().metaObject().propertyCount(), meta.propertyCount()):
            getattr(self, bytes(meta.property(index).notifySignal().name().data()).decode()).emit()
