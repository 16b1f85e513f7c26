"""Forget a person: `erase`. Their key is destroyed, and a signed receipt says so."""

from typing import Any

from identity.gallery.receipts import Notary
from identity.gallery.search.finder import Finder
from identity.gallery.store import Destroyed, Gallery
from identity.process.job import Job


def erase(job: Job, gallery: Gallery, finder: Finder, notary: Notary) -> dict[str, Any]:
    """The receipt is signed before anything is destroyed, so nobody is erased without one; None
    when nobody was enrolled so."""
    subject, receipts = job.text("subject"), list[str]()

    def sign(destroyed: Destroyed) -> None:
        receipts.append(notary.receipt(destroyed))

    with finder.forgetting(subject):
        gone = gallery.erase(subject, sign)
    return {"erased": gone is not None, "receipt": receipts[0] if gone else None}
