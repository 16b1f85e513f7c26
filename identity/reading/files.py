"""The bytes of a file that somebody named: a real file, of bounded size, or a clear refusal."""

import errno
import os
import stat

from identity.errors import IdentityError

MOST_BYTES = 64 * 2**20
_SHOWN = 200

_WHY = {
    errno.ENOENT: "does not exist; check the name",
    errno.ENOTDIR: "does not exist; check the name",
    errno.EACCES: "may not be read; allow this user to read it",
    errno.EPERM: "may not be read; allow this user to read it",
    errno.ELOOP: "is a link that leads in a circle; name the picture itself",
    errno.ENAMETOOLONG: "has too long a name; give it a shorter one",
    errno.ENXIO: "is not a file; name a picture",
}


def unreadable(path: str, why: str) -> IdentityError:
    """The refusal of one file; `why` goes on after its name and says what to do."""
    return IdentityError("unreadable_picture", f"{shown(path)} {why}")


def shown(path: str) -> str:
    """A path as it may stand in a message: no line breaks, no unpaired surrogates, not endless."""
    printable = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in path)
    return printable if len(printable) <= _SHOWN else f"…{printable[-_SHOWN:]}"


def read_bytes(path: str) -> bytes:
    """The whole file, at most MOST_BYTES. Raises IdentityError `unreadable_picture`.

    Opened without waiting, so that a pipe nobody writes to holds nobody up; what the name leads to
    is looked at after it is open, so that nobody changes it in between.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except (ValueError, UnicodeError) as impossible:
        raise unreadable(path, "is not a possible file name") from impossible
    except OSError as refused:
        why = _WHY.get(refused.errno or 0, f"cannot be opened: {refused.strerror}")
        raise unreadable(path, why) from refused
    try:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            folder = stat.S_ISDIR(about.st_mode)
            raise unreadable(path, f"is {'a folder' if folder else 'no file'}; name a picture")
        if about.st_size > MOST_BYTES:
            limit = MOST_BYTES // 2**20
            raise unreadable(path, f"is too large; save it with at most {limit} megabytes")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(about.st_size + 1)
    except OSError as failed:
        raise unreadable(path, f"cannot be read: {failed.strerror}; copy it anew") from failed
    finally:
        os.close(descriptor)
    if len(data) > about.st_size:
        raise unreadable(path, "is still being written; wait until it is copied")
    return data
