"""Every table of the back-end."""

from sqlalchemy import JSON, Column, ForeignKey, Integer, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()

# How many steps of `migrations` this file has had; one row.
schema_version = Table("schema_version", metadata, Column("steps", Integer, nullable=False))

citizens = Table(
    "citizens",
    metadata,
    Column("number", Text, primary_key=True),
    Column("pin_salt", Text, nullable=False),
    Column("pin_hash", Text, nullable=False),
)

# Also for numbers that nobody has, so that a lock-out does not tell who exists.
pin_attempts = Table(
    "pin_attempts",
    metadata,
    Column("number", Text, primary_key=True),
    Column("failed", Integer, nullable=False),
    Column("locked_until", Integer, nullable=False),
)

registry_values = Table(
    "registry_values",
    metadata,
    Column("citizen", ForeignKey("citizens.number"), primary_key=True),
    Column("field", Text, primary_key=True),
    Column("registry", Text, nullable=False),
    Column("value", JSON, nullable=False),
    Column("as_of", Text, nullable=False),
)

# Who read what about whom. Each line's `digest` covers the line and the digest before it.
reads = Table(
    "reads",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("citizen", Text, nullable=False, index=True),
    Column("service", Text, nullable=False),
    Column("department", Text, nullable=False),
    Column("registry", Text, nullable=False),
    Column("fields", JSON, nullable=False),
    Column("shown", JSON, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("consent", Text, nullable=True),
    Column("at", Text, nullable=False),
    Column("digest", Text, nullable=False),
)

# What a citizen agreed to; `withdrawn_at` ends it before its time.
consents = Table(
    "consents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("citizen", Text, nullable=False, index=True),
    Column("service", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("registries", JSON, nullable=False),
    Column("given_at", Text, nullable=False),
    Column("until", Text, nullable=False),
    Column("withdrawn_at", Text, nullable=True),
)

cases = Table(
    "cases",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reference", Text, nullable=False, unique=True),
    Column("citizen", Text, nullable=False, index=True),
    Column("service", Text, nullable=False),
    Column("department", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("body", JSON, nullable=False),
    Column("received_at", Text, nullable=False),
)

# How a case came to be where it is.
case_steps = Table(
    "case_steps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case", ForeignKey("cases.id"), nullable=False, index=True),
    Column("move", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("to", Text, nullable=False),
    Column("at", Text, nullable=False),
)

# Files that came whole and right, by the key of the submission that names them. Trust level A is
# issued by the agency, B verified at a window, C uploaded, D declared.
attachments = Table(
    "attachments",
    metadata,
    Column("key", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("bytes", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("trust", Text, nullable=False),
    Column("received_at", Text, nullable=False),
)

# What a department and its citizen write to each other about a case.
messages = Table(
    "messages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case", ForeignKey("cases.id"), nullable=False, index=True),
    Column("by", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Text, nullable=False),
)

# Documents and licences of citizens; `level` is how far they can be trusted (A to D).
documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("citizen", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("department", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("issued_on", Text, nullable=False),
    Column("valid_until", Text, nullable=True),
    Column("revoked_at", Text, nullable=True),
    Column("case", ForeignKey("cases.id"), nullable=True),
    Column("signed", Text, nullable=False),
)

# Work for officers that no case shows: whom to call back, by when.
tasks = Table(
    "tasks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("case", ForeignKey("cases.id"), nullable=False),
    Column("due", Text, nullable=False),
    Column("done_at", Text, nullable=True),
)

# `place` counts the officers who receive at the same time; two people never share one.
appointments = Table(
    "appointments",
    metadata,
    Column("id", Text, primary_key=True),
    Column("citizen", Text, nullable=False, index=True),
    Column("department", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("time", Text, nullable=False),
    Column("place", Integer, nullable=False),
    UniqueConstraint("department", "day", "time", "place"),
    UniqueConstraint("citizen", "day", "time"),
)

# `seconds` since midnight at the counters; `sequence` is the order in which they were drawn.
queue_tickets = Table(
    "queue_tickets",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("citizen", Text, nullable=False, index=True),
    Column("department", Text, nullable=False),
    Column("day", Text, nullable=False, index=True),
    Column("seconds", Integer, nullable=False),
    Column("given_back_at", Text, nullable=True),
)

# The answer to each idempotency key, kept beside its case in the same transaction.
submissions = Table(
    "submissions",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("fingerprint", Text, nullable=False),
    Column("case", ForeignKey("cases.id"), nullable=False),
    Column("receipt", Text, nullable=False),
)

serials = Table(
    "serials",
    metadata,
    Column("day", Text, primary_key=True),
    Column("last", Integer, nullable=False),
)

ratings = Table(
    "ratings",
    metadata,
    Column("case", ForeignKey("cases.id"), primary_key=True),
    Column("key", Text, nullable=True, unique=True),
    Column("score", Integer, nullable=False),
    Column("tags", JSON, nullable=False),
    Column("at", Text, nullable=False),
)

# Forms half filled; `locator` and the key of `sealed` come from a code that only the citizen has.
drafts = Table(
    "drafts",
    metadata,
    Column("citizen", Text, primary_key=True),
    Column("errand", Text, primary_key=True),
    Column("locator", Text, nullable=False),
    Column("form", JSON, nullable=False),
    Column("sealed", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
)

devices = Table(
    "devices",
    metadata,
    Column("citizen", ForeignKey("citizens.number"), primary_key=True),
    Column("public_key", Text, nullable=False),
)

# Also for numbers that nobody has, so that asking does not tell who has a phone.
approvals = Table(
    "approvals",
    metadata,
    Column("id", Text, primary_key=True),
    Column("citizen", Text, nullable=False, index=True),
    Column("code", Text, nullable=False),
    Column("asked_at", Integer, nullable=False),
    Column("expires_at", Integer, nullable=False),
    Column("state", Text, nullable=False),
)

receipt_keys = Table(
    "receipt_keys",
    metadata,
    Column("id", Text, primary_key=True),
    Column("jwk", JSON, nullable=False),
)
