BEGIN TRANSACTION;
CREATE TABLE approvals (
	id TEXT NOT NULL, 
	citizen TEXT NOT NULL, 
	code TEXT NOT NULL, 
	asked_at INTEGER NOT NULL, 
	expires_at INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE case_steps (
	id INTEGER NOT NULL, 
	"case" TEXT NOT NULL, 
	move TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	"to" TEXT NOT NULL, 
	at TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY("case") REFERENCES cases (id)
);
CREATE TABLE cases (
	id TEXT NOT NULL, 
	reference TEXT NOT NULL, 
	citizen TEXT NOT NULL, 
	service TEXT NOT NULL, 
	department TEXT NOT NULL, 
	state TEXT NOT NULL, 
	body JSON NOT NULL, 
	received_at TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (reference)
);
INSERT INTO "cases" VALUES('case','HZ 2026 1123 0001 6','999999199001011238','household_certificate','households','received','{}','2026-11-23T18:56:32Z');
CREATE TABLE citizens (
	number TEXT NOT NULL, 
	pin_salt TEXT NOT NULL, 
	pin_hash TEXT NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE devices (
	citizen TEXT NOT NULL, 
	public_key TEXT NOT NULL, 
	PRIMARY KEY (citizen), 
	FOREIGN KEY(citizen) REFERENCES citizens (number)
);
CREATE TABLE pin_attempts (
	number TEXT NOT NULL, 
	failed INTEGER NOT NULL, 
	locked_until INTEGER NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE ratings (
	"case" TEXT NOT NULL, 
	"key" TEXT, 
	score INTEGER NOT NULL, 
	tags JSON NOT NULL, 
	at TEXT NOT NULL, 
	PRIMARY KEY ("case"), 
	FOREIGN KEY("case") REFERENCES cases (id), 
	UNIQUE ("key")
);
INSERT INTO "ratings" VALUES('case',NULL,5,'[]','2026-11-23T18:56:32Z');
CREATE TABLE reads (
	id INTEGER NOT NULL, 
	citizen TEXT NOT NULL, 
	service TEXT NOT NULL, 
	registry TEXT NOT NULL, 
	fields JSON NOT NULL, 
	purpose TEXT NOT NULL, 
	at TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE receipt_keys (
	id TEXT NOT NULL, 
	jwk JSON NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE registry_values (
	citizen TEXT NOT NULL, 
	field TEXT NOT NULL, 
	registry TEXT NOT NULL, 
	value JSON NOT NULL, 
	as_of TEXT NOT NULL, 
	PRIMARY KEY (citizen, field), 
	FOREIGN KEY(citizen) REFERENCES citizens (number)
);
CREATE TABLE serials (
	day TEXT NOT NULL, 
	last INTEGER NOT NULL, 
	PRIMARY KEY (day)
);
CREATE TABLE submissions (
	sequence INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	fingerprint TEXT NOT NULL, 
	"case" TEXT NOT NULL, 
	receipt TEXT NOT NULL, 
	PRIMARY KEY (sequence), 
	UNIQUE ("key"), 
	FOREIGN KEY("case") REFERENCES cases (id)
);
INSERT INTO "submissions" VALUES(1,'key','hash','case','receipt');
CREATE INDEX ix_reads_citizen ON reads (citizen);
CREATE INDEX ix_cases_citizen ON cases (citizen);
CREATE INDEX ix_approvals_citizen ON approvals (citizen);
CREATE INDEX ix_case_steps_case ON case_steps ("case");
COMMIT;
