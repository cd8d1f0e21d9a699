//! The tables of `Accounts`, step by step.

pub(super) const MIGRATIONS: crate::object::migration::Migrations = &["
CREATE TABLE secret (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE officer (
  login TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  agencies TEXT NOT NULL,
  locked INTEGER NOT NULL DEFAULT 0,
  temporary INTEGER NOT NULL DEFAULT 1,
  salt TEXT NOT NULL,
  hash TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE session (id TEXT PRIMARY KEY, login TEXT NOT NULL, began INTEGER NOT NULL, seen INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX session_login ON session (login);
CREATE TABLE failure (whom TEXT PRIMARY KEY, count INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE event (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, by TEXT NOT NULL, what TEXT NOT NULL, login TEXT NOT NULL);
"];
