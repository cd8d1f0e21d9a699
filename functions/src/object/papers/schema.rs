//! The tables of a draft or a dossier's papers.
//!
//! A file is pending until it is part of a dossier (`filed`); one that was `sent` is kept when another takes its place,
//! for the agency may have its hash on record already. An `upload` that goes by its hash keeps what has come of it
//! while it is not `done`; `turn` counts who writes it.

/// The steps of the schema.
pub(super) const MIGRATIONS: crate::object::migration::Migrations = &[
    "
    CREATE TABLE draft (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        procedure TEXT NOT NULL,
        form_version INTEGER NOT NULL,
        answers TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL,
        filed TEXT
    );
    CREATE TABLE asked (agency TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE sent (request TEXT PRIMARY KEY, files TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE file (
        id INTEGER PRIMARY KEY,
        paper TEXT NOT NULL,
        number INTEGER NOT NULL,
        at INTEGER NOT NULL,
        name TEXT,
        kind TEXT,
        size INTEGER NOT NULL DEFAULT 0,
        sha256 TEXT,
        done INTEGER NOT NULL DEFAULT 0,
        sent INTEGER NOT NULL DEFAULT 0,
        filed INTEGER NOT NULL DEFAULT 0,
        dropped INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE chunk (file INTEGER NOT NULL, place INTEGER NOT NULL, bytes BLOB NOT NULL);
    CREATE UNIQUE INDEX chunk_place ON chunk (file, place);
",
    "
    ALTER TABLE file ADD COLUMN upload TEXT;
    ALTER TABLE file ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
",
];
