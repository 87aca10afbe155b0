-- What was built from what, and what came out of it. One text for SQLite and PostgreSQL.
CREATE TABLE proofpack_summaries (
  sha256 TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL
);
CREATE TABLE proofpack_builds (
  client TEXT NOT NULL,
  build_key TEXT NOT NULL,
  edition TEXT NOT NULL,
  -- In the order of recording, for each client from 1.
  ordinal BIGINT NOT NULL,
  -- Who recorded: a word of chance, by which a writer knows its own row.
  claim TEXT NOT NULL,
  software TEXT NOT NULL,
  catalogue TEXT NOT NULL,
  as_of TEXT NOT NULL,
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  package_sha256 TEXT NOT NULL,
  package_bytes BIGINT NOT NULL,
  package_name TEXT NOT NULL,
  proofs TEXT NOT NULL,
  findings TEXT NOT NULL,
  summary TEXT NOT NULL REFERENCES proofpack_summaries (sha256),
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (client, build_key, edition),
  UNIQUE (client, ordinal)
);
CREATE INDEX proofpack_builds_by_package ON proofpack_builds (package_sha256);
