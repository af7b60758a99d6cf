"""Statements of the fourth schema step: frozen reports. Released: never edited.

What is frozen lies in ``report_file`` under its own SHA-256; the records name it, and are logged like all records.
"""

STEP_4 = (
    """
    CREATE TABLE report_file (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
        packing TEXT NOT NULL CHECK (packing IN ('', 'zlib')),
        content BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE report (
        code TEXT NOT NULL PRIMARY KEY CHECK (length(code) = 10 AND code NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'),
        kind TEXT NOT NULL CHECK (kind <> ''),
        subject TEXT NOT NULL,
        period TEXT NOT NULL CHECK (period <> ''),
        snapshot TEXT NOT NULL,
        pdf TEXT NOT NULL,
        way TEXT NOT NULL CHECK (way IN ('paper', 'electronic')),
        supersedes TEXT NOT NULL,
        reason TEXT NOT NULL,
        elements TEXT NOT NULL CHECK (elements GLOB '[[]*]'),
        first_year TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE report_step (
        report TEXT NOT NULL,
        number TEXT NOT NULL CHECK (number GLOB '[1-9]*'),
        kind TEXT NOT NULL CHECK (
            kind IN ('freeze', 'sign_paper', 'sign_digital', 'submit', 'receive', 'supersede', 'cancel')),
        day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
        party TEXT NOT NULL,
        means TEXT NOT NULL,
        reference TEXT NOT NULL,
        note TEXT NOT NULL,
        file TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (report, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE report_check (
        kind TEXT NOT NULL CHECK (kind <> ''),
        subject TEXT NOT NULL,
        period TEXT NOT NULL CHECK (period <> ''),
        digest TEXT NOT NULL CHECK (length(digest) = 64),
        findings TEXT NOT NULL CHECK (findings GLOB '[[]*]'),
        reason TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (kind, subject, period)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE document_number (
        year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]'),
        series TEXT NOT NULL CHECK (series <> ''),
        number TEXT NOT NULL CHECK (number GLOB '[1-9]*' AND number NOT GLOB '*[^0-9]*'),
        state TEXT NOT NULL CHECK (state IN ('reserved', 'issued', 'skipped', 'cancelled')),
        symbol TEXT NOT NULL,
        day TEXT NOT NULL,
        title TEXT NOT NULL,
        signer TEXT NOT NULL,
        receivers TEXT NOT NULL,
        kept_by TEXT NOT NULL,
        copies TEXT NOT NULL,
        sent_on TEXT NOT NULL,
        acknowledged TEXT NOT NULL,
        note TEXT NOT NULL,
        reason TEXT NOT NULL,
        report TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (year, series, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE UNIQUE INDEX document_number_report ON document_number (report)
    WHERE report <> '' AND state IN ('reserved', 'issued')
    """,
    """
    CREATE TABLE report_attachment (
        report TEXT NOT NULL,
        number TEXT NOT NULL CHECK (number GLOB '[1-9]*'),
        kind TEXT NOT NULL CHECK (kind IN ('scan', 'receipt', 'signed')),
        path TEXT NOT NULL CHECK (path <> ''),
        size TEXT NOT NULL CHECK (size GLOB '[0-9]*'),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
        note TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (report, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE report_sentence (
        plan TEXT NOT NULL CHECK (plan <> ''),
        period TEXT NOT NULL,
        section TEXT NOT NULL CHECK (section <> ''),
        number TEXT NOT NULL CHECK (number GLOB '[1-9]*'),
        sentence TEXT NOT NULL CHECK (sentence <> ''),
        rule TEXT NOT NULL CHECK (rule <> ''),
        figures TEXT NOT NULL CHECK (figures GLOB '[[]*]'),
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (plan, period, section, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER report_file_keeps_bytes BEFORE UPDATE ON report_file
    BEGIN SELECT RAISE(ABORT, 'what is frozen never changes'); END
    """,
    """
    CREATE TRIGGER report_file_loses_none BEFORE DELETE ON report_file
    BEGIN SELECT RAISE(ABORT, 'what is frozen never changes'); END
    """,
    """
    CREATE TRIGGER report_keeps_records BEFORE UPDATE ON report
    BEGIN SELECT RAISE(ABORT, 'what is frozen never changes'); END
    """,
    """
    CREATE TRIGGER report_loses_none BEFORE DELETE ON report
    BEGIN SELECT RAISE(ABORT, 'what is frozen never changes'); END
    """,
    """
    CREATE TRIGGER report_step_keeps_records BEFORE UPDATE ON report_step
    BEGIN SELECT RAISE(ABORT, 'a step is done once'); END
    """,
    """
    CREATE TRIGGER report_step_loses_none BEFORE DELETE ON report_step
    BEGIN SELECT RAISE(ABORT, 'a step is done once'); END
    """,
    """
    CREATE TRIGGER document_number_loses_none BEFORE DELETE ON document_number
    BEGIN SELECT RAISE(ABORT, 'a number is cancelled, never taken away'); END
    """,
    "PRAGMA user_version = 4",
)
