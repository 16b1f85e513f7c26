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
    due REAL NOT NULL,        -- when it may be tried, or its lease expires; seconds since 1970
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
-- what a peer that signs no receipt calls it
ALTER TABLE submissions ADD COLUMN reference TEXT;
CREATE TABLE enclosures (  -- attachments that a submission names
    key TEXT NOT NULL REFERENCES submissions (key),
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (key, sha256)
) WITHOUT ROWID;
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
    connection.execute("BEGIN IMMEDIATE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for step in _STEPS[version:]:
        for statement in step.split(";\n"):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version={max(version, len(_STEPS))}")
    connection.execute("COMMIT")
    path.chmod(0o600)
    if version > len(_STEPS):
        connection.close()
        raise RuntimeError(f"{path} was written by a later version of Atrium")
    return connection
