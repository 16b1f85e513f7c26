"""The one error that a client of the identity process sees: a cause it can show, and a detail."""


class IdentityError(Exception):
    """A request could not be done. `cause` is an identifier, the text says what to do about it.

    subject: whom else it is about, where it is about somebody: an opaque reference.
    """

    def __init__(self, cause: str, detail: str, subject: str | None = None) -> None:
        super().__init__(detail)
        self.cause = str(cause)
        self.detail = detail
        self.subject = subject
