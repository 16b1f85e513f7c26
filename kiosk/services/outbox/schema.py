"""The outbox's file: its tables, version by version, and how it is opened."""

import sqlite3
from pathlib import Path

_STEPS = (
    """
CREATE TABLE submissions (
    key TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    visit TEXT NOT NULL,
    service TEXT NOT NULL,
    department TEXT NOT NULL,
    about TEXT REFERENCES submissions (key),  -- the application that a rating rates
    sealed BLOB,                              -- NULL when erased
    body_sha256 TEXT NOT NULL,
    receipt TEXT,
    problem TEXT,
    forgotten INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX submissions_of_a_visit ON submissions (visit);
CREATE TABLE outbox (
    place INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE REFERENCES submissions (key),
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    due REAL NOT NULL,        -- when it may be tried, or its lease expires
    committed_at REAL NOT NULL
);
CREATE INDEX outbox_due ON outbox (due) WHERE state IN ('committed', 'sending');
CREATE TABLE audit (
    place INTEGER PRIMARY KEY,
    at REAL NOT NULL,
    key TEXT NOT NULL,
    event TEXT NOT NULL,
    link TEXT NOT NULL        -- hash of this line and the one before
);
""",
    """
CREATE TABLE enclosures (  -- attachments that a submission names
    key TEXT NOT NULL REFERENCES submissions (key),
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (key, sha256)
) WITHOUT ROWID;
-- due counts from boot now, which no change of the clock moves; in another boot all is due
ALTER TABLE outbox ADD COLUMN boot TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN department TEXT NOT NULL DEFAULT '';
UPDATE outbox SET department =
    (SELECT department FROM submissions WHERE submissions.key = outbox.key);
DROP INDEX outbox_due;
CREATE INDEX outbox_lane ON outbox (department, due) WHERE state IN ('committed', 'sending');
CREATE INDEX outbox_for_a_clerk ON outbox (state) WHERE state IN ('uncertain', 'dead');
CREATE INDEX submissions_about ON submissions (about) WHERE about IS NOT NULL;
CREATE TABLE lanes (       -- how each department has answered lately
    department TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    cause TEXT NOT NULL,
    since REAL NOT NULL    -- seconds since 1970
) WITHOUT ROWID;
CREATE TABLE clock (       -- both clocks at the latest commit; one row
    place INTEGER PRIMARY KEY,
    wall REAL NOT NULL,
    steady REAL NOT NULL,
    boot TEXT NOT NULL
);
""",
    """
-- seconds since 1970, set in a final state
ALTER TABLE outbox ADD COLUMN settled_at REAL;
UPDATE outbox SET settled_at = committed_at WHERE state IN ('closed', 'rejected');
CREATE INDEX outbox_settled ON outbox (settled_at) WHERE settled_at IS NOT NULL;
CREATE TABLE audit_dropped (  -- the latest audit line that was dropped; at most one row
    place INTEGER PRIMARY KEY,
    link TEXT NOT NULL
);
""",
)
"""What made each version from the one before. A step that was released is never changed."""


def open_outbox(path: Path) -> sqlite3.Connection:
    """The file, made when it is new and brought up to date when it is old.

    Raises RuntimeError for a file of a later version.
    """
    connection = sqlite3.connect(path, timeout=10, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    path.chmod(0o600)
    if _version(connection) < len(_STEPS):  # else nothing is written, which a full disk forbids
        connection.execute("BEGIN IMMEDIATE")
        for step in _STEPS[_version(connection) :]:
            for statement in step.split(";\n"):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version={len(_STEPS)}")
        connection.execute("COMMIT")
    if _version(connection) > len(_STEPS):
        connection.close()
        raise RuntimeError(f"{path} was written by a later version of Atrium")
    return connection


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
