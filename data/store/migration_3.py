"""Statements of the third schema step: assessments. Released: never edited.

Values are text, as in all tables of records; an empty day or number is one that is not stated.
"""

STEP_3 = (
    """
    CREATE TABLE definition (
        kind TEXT NOT NULL CHECK (kind <> ''),
        code TEXT NOT NULL CHECK (code <> ''),
        version TEXT NOT NULL CHECK (version <> ''),
        content TEXT NOT NULL CHECK (content GLOB '{*}'),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
        source_name TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (kind, code, version)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE assessment (
        year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]'),
        criteria_set TEXT NOT NULL CHECK (criteria_set <> ''),
        version TEXT NOT NULL CHECK (version <> ''),
        scored_on TEXT NOT NULL,
        remark TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (year, criteria_set)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE assessment_layer (
        year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]'),
        criteria_set TEXT NOT NULL CHECK (criteria_set <> ''),
        name TEXT NOT NULL CHECK (name <> ''),
        place TEXT NOT NULL CHECK (place GLOB '[0-9]*'),
        scorer TEXT NOT NULL,
        scored_on TEXT NOT NULL,
        remark TEXT NOT NULL,
        is_recognised TEXT NOT NULL CHECK (is_recognised IN ('yes', 'no')),
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (year, criteria_set, name)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE assessment_answer (
        year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]'),
        criteria_set TEXT NOT NULL CHECK (criteria_set <> ''),
        layer TEXT NOT NULL CHECK (layer <> ''),
        item TEXT NOT NULL CHECK (item <> ''),
        answer TEXT NOT NULL CHECK (answer <> ''),
        reason TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (year, criteria_set, layer, item)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE evidence (
        year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]'),
        criteria_set TEXT NOT NULL CHECK (criteria_set <> ''),
        number TEXT NOT NULL CHECK (number GLOB '[1-9]*'),
        item TEXT NOT NULL CHECK (item <> ''),
        title TEXT NOT NULL CHECK (title <> ''),
        paper_number TEXT NOT NULL,
        paper_date TEXT NOT NULL,
        pages TEXT NOT NULL,
        path TEXT NOT NULL,
        size TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        valid_until TEXT NOT NULL,
        asked TEXT NOT NULL,
        note TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (year, criteria_set, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE recognition (
        year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]'),
        criteria_set TEXT NOT NULL CHECK (criteria_set <> ''),
        kind TEXT NOT NULL CHECK (kind IN ('new', 'again', 'maintained')),
        decision TEXT NOT NULL,
        decided_on TEXT NOT NULL,
        issuer TEXT NOT NULL,
        valid_from TEXT NOT NULL,
        valid_to TEXT NOT NULL,
        withdrawn_on TEXT NOT NULL,
        withdrawn_reason TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (year, criteria_set)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE item_choice (
        criteria_set TEXT NOT NULL CHECK (criteria_set <> ''),
        item TEXT NOT NULL CHECK (item <> ''),
        effort TEXT NOT NULL CHECK (effort IN ('', '1', '2', '3', '4', '5')),
        responsible TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (criteria_set, item)
    ) STRICT, WITHOUT ROWID
    """,
    "PRAGMA user_version = 3",
)
