"""好差评: five levels, each case rated once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from backend.clock import stamp
from backend.problems import Problem
from backend.store.tables import cases, ratings


@dataclass(frozen=True)
class Rating:
    """What somebody thought of how a case was taken in."""

    reference: str
    score: int
    tags: list[str]


def rate(connection: Connection, rating: Rating, key: str | None, moment: datetime) -> bool:
    """Keep a rating; False when this key already gave it. Raises Problem 404 or 409."""
    query = select(cases.c.id).where(cases.c.reference == rating.reference)
    case = connection.execute(query).scalar()
    if case is None:
        raise Problem(404, "unknown-reference", "there is no case of this reference")
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
    return True
