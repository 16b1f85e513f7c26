"""好差评: five levels, each case rated once; whoever is not content is called back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from backend.cases.talking import case_of
from backend.clock import local_day, stamp
from backend.officers.tasks import CALL_BACK, call_back_by, set_task
from backend.problems import Problem
from backend.store.tables import ratings

LOW = 2
"""The highest score of somebody who is not content."""


@dataclass(frozen=True)
class Rating:
    """What somebody thought of how a case was taken in."""

    reference: str
    score: int
    tags: list[str]


def rate(connection: Connection, rating: Rating, key: str | None, moment: datetime) -> bool:
    """Keep a rating; False when this key already gave it. A low one sets officers the task to
    call back. Raises Problem 404 or 409."""
    case = case_of(connection, rating.reference).id
    earlier = connection.execute(select(ratings).where(ratings.c.case == case)).first()
    if earlier is not None:
        same = (earlier.key, earlier.score, earlier.tags) == (
            key,
            rating.score,
            rating.tags,
        )
        if key is None or not same:
            raise Problem(409, "already-rated", "this case has been rated")
        return False
    row = insert(ratings).values(
        case=case, key=key, score=rating.score, tags=rating.tags, at=stamp(moment)
    )
    connection.execute(row)
    if rating.score <= LOW:
        set_task(connection, CALL_BACK, case, call_back_by(local_day(moment)))
    return True
