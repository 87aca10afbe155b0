-- Folders of one name in several portfolios, and what was built again after something else. One text for SQLite and PostgreSQL.
CREATE TABLE proofpack_builds_2 (
  -- Of an index on a server: the word that lies with the stored files; empty where the index lies there itself, and in rows of earlier versions.
  home TEXT NOT NULL,
  client TEXT NOT NULL,
  build_key TEXT NOT NULL,
  edition TEXT NOT NULL,
  -- In the order of recording, for each client from 1.
  ordinal BIGINT NOT NULL,
  -- In the order of building, for each client from 1: a higher one than before when the same was built again after another build of its day.
  latest BIGINT NOT NULL,
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
  PRIMARY KEY (home, client, build_key, edition),
  UNIQUE (home, client, ordinal)
);
INSERT INTO proofpack_builds_2
  SELECT '', client, build_key, edition, ordinal, ordinal, claim, software, catalogue, as_of, period_from, period_to,
    package_sha256, package_bytes, package_name, proofs, findings, summary, recorded_at
  FROM proofpack_builds;
DROP TABLE proofpack_builds;
ALTER TABLE proofpack_builds_2 RENAME TO proofpack_builds;
CREATE INDEX proofpack_builds_by_package ON proofpack_builds (package_sha256);
