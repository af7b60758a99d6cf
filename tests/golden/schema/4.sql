CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
) STRICT;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TABLE station (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        code TEXT NOT NULL CHECK (length(code) BETWEEN 2 AND 30 AND code NOT GLOB '*[^A-Z0-9_]*'),
        file_id TEXT NOT NULL CHECK (length(file_id) = 32 AND file_id NOT GLOB '*[^0-9a-f]*'),
        generation INTEGER NOT NULL CHECK (generation >= 0),
        created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??Z'),
        is_example INTEGER NOT NULL CHECK (is_example IN (0, 1))
    ) STRICT
    ;
CREATE TABLE action (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
        who TEXT NOT NULL CHECK (who <> ''),
        why TEXT NOT NULL
    , kind TEXT NOT NULL DEFAULT '', undoes INTEGER REFERENCES action (id), value_log_id INTEGER NOT NULL DEFAULT 0, record_log_id INTEGER NOT NULL DEFAULT 0, seal BLOB NOT NULL DEFAULT x'') STRICT
    ;
CREATE TABLE data_value_changelog (
        id INTEGER PRIMARY KEY,
        action_id INTEGER NOT NULL REFERENCES action (id),
        previous_id INTEGER REFERENCES data_value_changelog (id),
        data_element TEXT NOT NULL,
        period TEXT NOT NULL,
        category_option_combo TEXT NOT NULL,
        old_state TEXT NOT NULL,
        old_value TEXT NOT NULL,
        old_comment TEXT NOT NULL,
        new_state TEXT NOT NULL,
        new_value TEXT NOT NULL,
        new_comment TEXT NOT NULL
    , hash BLOB NOT NULL DEFAULT x'') STRICT
    ;
CREATE TABLE data_value (
        data_element TEXT NOT NULL CHECK (data_element GLOB '[a-z]*'),
        period TEXT NOT NULL CHECK (
            period GLOB '[12][0-9][0-9][0-9]' OR period GLOB '[12][0-9][0-9][0-9][01][0-9]'
            OR period GLOB '[12][0-9][0-9][0-9]Q[1-4]' OR period GLOB '[12][0-9][0-9][0-9]S[12]'
            OR period GLOB '[12][0-9][0-9][0-9]M9'),
        category_option_combo TEXT NOT NULL CHECK (
            category_option_combo = 'default' OR category_option_combo = 'male' OR category_option_combo = 'female'),
        state TEXT NOT NULL CHECK (
            state = 'figure' OR state = 'not_reported' OR state = 'not_applicable' OR state = 'draft'),
        value TEXT NOT NULL CHECK (CASE state
            WHEN 'figure' THEN CASE WHEN value GLOB '[0-9]*'
                THEN trim(value, '0123456789') IN ('', '.') AND value NOT GLOB '*.' AND value NOT GLOB '0[0-9]*'
                ELSE value <> '' AND value NOT GLOB '[-+.,=]*' END
            WHEN 'draft' THEN value <> ''
            ELSE value = '' END),
        comment TEXT NOT NULL,
        changelog_id INTEGER NOT NULL REFERENCES data_value_changelog (id),
        PRIMARY KEY (data_element, period, category_option_combo)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE setting (
        key TEXT NOT NULL CHECK (key <> ''),
        valid_from TEXT NOT NULL CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
        value TEXT NOT NULL,
        note TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (key, valid_from)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE decision (
        target TEXT NOT NULL CHECK (target <> ''),
        period TEXT NOT NULL,
        operator TEXT NOT NULL CHECK (operator IN ('', '>=', '<=', 'between')),
        value TEXT NOT NULL,
        high TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('', 'met', 'not_met')),
        decided_by TEXT NOT NULL CHECK (decided_by <> ''),
        decided_on TEXT NOT NULL CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
        note TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (target, period)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE obligation_state (
        item_id TEXT NOT NULL CHECK (item_id <> ''),
        period TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('done', 'in_progress', 'not_done', 'not_applicable')),
        note TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (item_id, period)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE report_text (
        plan TEXT NOT NULL CHECK (plan <> ''),
        period TEXT NOT NULL,
        section TEXT NOT NULL CHECK (section IN ('summary', 'difficulties', 'proposals', 'next_steps')),
        text TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (plan, period, section)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TRIGGER data_value_changelog_loses_none BEFORE DELETE ON data_value_changelog
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER data_value_loses_none BEFORE DELETE ON data_value
    BEGIN SELECT RAISE(ABORT, 'a cell is emptied, never taken away'); END;
CREATE INDEX action_undoes ON action (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE record_changelog (
        id INTEGER PRIMARY KEY,
        action_id INTEGER NOT NULL REFERENCES action (id),
        record TEXT NOT NULL CHECK (record <> ''),
        key TEXT NOT NULL,
        old TEXT,
        new TEXT,
        hash BLOB NOT NULL
    ) STRICT
    ;
CREATE TABLE complete_data_set_registration (
        data_set TEXT NOT NULL CHECK (data_set <> ''),
        period TEXT NOT NULL CHECK (period <> ''),
        elements TEXT NOT NULL CHECK (elements GLOB '[[]*]'),
        reason TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (data_set, period)
    ) STRICT, WITHOUT ROWID
    ;
CREATE INDEX complete_data_set_registration_period ON complete_data_set_registration (period);
CREATE TABLE rule_note (
        data_element TEXT NOT NULL CHECK (data_element <> ''),
        rule TEXT NOT NULL CHECK (rule <> ''),
        period TEXT NOT NULL CHECK (period <> ''),
        category_option_combo TEXT NOT NULL CHECK (category_option_combo IN ('default', 'male', 'female')),
        note TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (data_element, rule, period, category_option_combo)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE account (
        name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
        role TEXT NOT NULL CHECK (role IN ('entry', 'check', 'head')),
        is_active TEXT NOT NULL CHECK (is_active IN ('yes', 'no')),
        pin TEXT NOT NULL,
        recovery TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TRIGGER data_value_changelog_keeps_entries BEFORE UPDATE ON data_value_changelog
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER record_changelog_keeps_entries BEFORE UPDATE ON record_changelog
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER record_changelog_loses_none BEFORE DELETE ON record_changelog
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER action_keeps_entries BEFORE UPDATE ON action
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER action_loses_none BEFORE DELETE ON action
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
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
    ;
CREATE TABLE assessment (
        year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]'),
        criteria_set TEXT NOT NULL CHECK (criteria_set <> ''),
        version TEXT NOT NULL CHECK (version <> ''),
        scored_on TEXT NOT NULL,
        remark TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (year, criteria_set)
    ) STRICT, WITHOUT ROWID
    ;
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
    ;
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
    ;
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
    ;
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
    ;
CREATE TABLE item_choice (
        criteria_set TEXT NOT NULL CHECK (criteria_set <> ''),
        item TEXT NOT NULL CHECK (item <> ''),
        effort TEXT NOT NULL CHECK (effort IN ('', '1', '2', '3', '4', '5')),
        responsible TEXT NOT NULL,
        action_id INTEGER NOT NULL REFERENCES action (id),
        PRIMARY KEY (criteria_set, item)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE report_file (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
        packing TEXT NOT NULL CHECK (packing IN ('', 'zlib')),
        content BLOB NOT NULL
    ) STRICT
    ;
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
    ;
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
    ;
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
    ;
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
    ;
CREATE UNIQUE INDEX document_number_report ON document_number (report)
    WHERE report <> '' AND state IN ('reserved', 'issued')
    ;
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
    ;
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
    ;
CREATE TRIGGER report_file_keeps_bytes BEFORE UPDATE ON report_file
    BEGIN SELECT RAISE(ABORT, 'what is frozen never changes'); END;
CREATE TRIGGER report_file_loses_none BEFORE DELETE ON report_file
    BEGIN SELECT RAISE(ABORT, 'what is frozen never changes'); END;
CREATE TRIGGER report_keeps_records BEFORE UPDATE ON report
    BEGIN SELECT RAISE(ABORT, 'what is frozen never changes'); END;
CREATE TRIGGER report_loses_none BEFORE DELETE ON report
    BEGIN SELECT RAISE(ABORT, 'what is frozen never changes'); END;
CREATE TRIGGER report_step_keeps_records BEFORE UPDATE ON report_step
    BEGIN SELECT RAISE(ABORT, 'a step is done once'); END;
CREATE TRIGGER report_step_loses_none BEFORE DELETE ON report_step
    BEGIN SELECT RAISE(ABORT, 'a step is done once'); END;
CREATE TRIGGER document_number_loses_none BEFORE DELETE ON document_number
    BEGIN SELECT RAISE(ABORT, 'a number is cancelled, never taken away'); END;
PRAGMA application_id = 1399805042;
PRAGMA user_version = 4;
