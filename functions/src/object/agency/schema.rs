//! The tables of an agency.
//!
//! `event` is the truth; the columns of `dossier` after `names` are what its fold says, kept for lists and counts.

/// The steps of the schema.
pub(super) const MIGRATIONS: crate::object::migration::Migrations = &[
    "
    CREATE TABLE dossier (
        code TEXT PRIMARY KEY,
        procedure TEXT NOT NULL,
        form_version INTEGER NOT NULL,
        channel TEXT NOT NULL,
        papers TEXT UNIQUE,
        salt BLOB NOT NULL,
        key_hash BLOB NOT NULL,
        applicant TEXT NOT NULL,
        owner TEXT NOT NULL,
        phone TEXT,
        email TEXT,
        personal_id TEXT,
        status INTEGER NOT NULL,
        version INTEGER NOT NULL,
        submitted_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        received_at INTEGER,
        due_at INTEGER,
        paused_at INTEGER,
        ended_at INTEGER,
        first_ended_at INTEGER,
        first_ended_due INTEGER,
        proposed INTEGER NOT NULL,
        unit TEXT
    );
    CREATE INDEX dossier_status ON dossier (status, due_at, submitted_at);
    CREATE INDEX dossier_phone ON dossier (phone);
    CREATE INDEX dossier_personal_id ON dossier (personal_id);
    CREATE INDEX dossier_submitted ON dossier (submitted_at);
    CREATE TABLE name_word (word TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (word, code)) WITHOUT ROWID;
    CREATE INDEX name_word_code ON name_word (code);
    CREATE TABLE event (code TEXT NOT NULL, version INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (code, version));
    CREATE TABLE answers (code TEXT NOT NULL, version INTEGER NOT NULL, answers TEXT NOT NULL, PRIMARY KEY (code, version));
    CREATE TABLE file (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL,
        paper TEXT NOT NULL,
        number INTEGER NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        size INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        since INTEGER NOT NULL,
        until INTEGER
    );
    CREATE INDEX file_code ON file (code, paper, number);
    CREATE TABLE day_counter (day TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE slip_number (slip TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (slip, year)) WITHOUT ROWID;
    CREATE TABLE done (key_hash BLOB PRIMARY KEY, body_hash BLOB NOT NULL, code TEXT NOT NULL, version INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        next_at INTEGER,
        tries INTEGER NOT NULL DEFAULT 0,
        notice TEXT NOT NULL
    );
    CREATE INDEX outbox_next ON outbox (next_at);
    CREATE TABLE rating_token (hash BLOB PRIMARY KEY, code TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE rating (
        code TEXT NOT NULL,
        moment TEXT NOT NULL,
        procedure TEXT NOT NULL,
        at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        rating TEXT NOT NULL,
        PRIMARY KEY (code, moment)
    );
",
    "
    CREATE TABLE published (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        changes INTEGER NOT NULL,
        sent INTEGER NOT NULL,
        again_at INTEGER NOT NULL,
        turns_at INTEGER
    );
    INSERT INTO published (one, changes, sent, again_at) VALUES (1, 1, 0, 0);
",
    "
    CREATE TABLE as_filed (code TEXT PRIMARY KEY, sections TEXT NOT NULL);
",
];
