-- The index that `argmap index` makes of a folder of argument maps: one SQLite file.
--
-- It is meant to be asked with SQL, too, by sqlite3, DuckDB or anything else that reads SQLite:
--
--   SELECT maps.name, claims.id, claims.text
--     FROM words JOIN claims ON claims.claim = words.rowid JOIN maps USING (map)
--    WHERE words MATCH 'espionage' ORDER BY rank LIMIT 10;
--
--   SELECT kind, count(*) FROM relations GROUP BY kind;
--
-- (`words` is a full-text table of SQLite's own, which DuckDB does not know; the others are plain.)
--
-- Claims, relations, sections and arguments go by numbers here, which may change whenever the index
-- is brought up to date; what stays is the name of a map, and the ids in it. Places and lines count
-- from 1. Columns called `rest` are JSON objects with what has no column of its own, the fields
-- called as in `argmap schema map`; they are NULL where there is nothing more.

PRAGMA application_id = 1634889072;  -- "armp", by which the file is known for an index
PRAGMA user_version = 2;             -- goes up whenever the tables change; older ones are made anew

-- What the index is of, and how it was made: `folder` as seen from the index, `names` that were
-- given on the command line, `format` and `encoding` if they were, and the versions of `argmap`
-- and of the `unicode` data by which words were folded. With anything else here, an index is made
-- anew.
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- The files of the folder, however many maps each holds. A file is read again if its content has
-- another SHA-256, or one of the files has that it includes ([[path, hash or null], ...] in JSON).
-- `changed` is the time of its last change, `seen` the time at which it was read, in nanoseconds.
CREATE TABLE files (
    file INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,       -- from the folder, with slashes
    encoding TEXT,                   -- NULL if none was asked for
    size INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    hash TEXT NOT NULL,
    includes TEXT                    -- NULL if it includes none
);

-- The maps, in the order of their files. The claims of a map are numbered from map + 1 on, in the
-- order written, its relations from first_relation on. No two that have claims are called the same.
CREATE TABLE maps (
    map INTEGER PRIMARY KEY,
    name TEXT NOT NULL,              -- what its ids are qualified with: name/id
    file INTEGER NOT NULL REFERENCES files,
    line INTEGER NOT NULL,           -- the line it stands on in a file of many maps, else 0
    format TEXT NOT NULL,
    title TEXT NOT NULL,
    folded_name TEXT NOT NULL,       -- in small letters and without punctuation
    folded_title TEXT NOT NULL,
    calls_itself TEXT,               -- NULL if it is only called after its file
    claims INTEGER NOT NULL,         -- how many it has
    relations INTEGER NOT NULL,
    arguments INTEGER NOT NULL,
    sections INTEGER NOT NULL,
    first_relation INTEGER NOT NULL,
    support INTEGER NOT NULL,        -- how many of its relations are of each kind
    rebuttal INTEGER NOT NULL,
    undercut INTEGER NOT NULL,
    contrary INTEGER NOT NULL,
    contradiction INTEGER NOT NULL,
    entailment INTEGER NOT NULL,
    equivalence INTEGER NOT NULL,
    rest TEXT                        -- data
);

-- What `argmap stats` says of each map. Those in columns of JSON arrays are numbers of claims, from 0
-- on in the order written (claim - map - 1), and of relations likewise (relation - first_relation):
--
--   SELECT maps.name, claims.text
--     FROM measures JOIN maps USING (map) JOIN json_each(measures.theses) AS thesis
--     JOIN claims ON claims.claim = maps.map + 1 + thesis.value;
CREATE TABLE measures (
    map INTEGER PRIMARY KEY REFERENCES maps,
    depth INTEGER NOT NULL,          -- links in the longest chain of reasoning
    components INTEGER NOT NULL,     -- parts that no relation connects
    theses TEXT NOT NULL,            -- what all reasoning leads to
    leaves TEXT NOT NULL,            -- what nothing bears on
    isolated TEXT NOT NULL,          -- what no relation touches
    unsupported TEXT NOT NULL,       -- what needs support, and has none
    unanswered TEXT NOT NULL,        -- relations against something that nothing is said against
    balance TEXT NOT NULL,           -- [thesis, grounds for it, against it, both ways], ...
    cycles TEXT NOT NULL             -- [claim, claim that it bears on, ...], ...
);

CREATE TABLE claims (
    claim INTEGER PRIMARY KEY,
    map INTEGER NOT NULL REFERENCES maps,
    id TEXT NOT NULL,
    title TEXT NOT NULL,             -- '' where the author gave none
    text TEXT NOT NULL,
    rest TEXT,                       -- tags, source, wordings, marks, data
    section INTEGER REFERENCES sections,
    weight REAL,
    line INTEGER,                    -- where it is written in its file
    "column" INTEGER,
    end_line INTEGER,
    end_column INTEGER
);

CREATE TABLE relations (
    relation INTEGER PRIMARY KEY,
    map INTEGER NOT NULL REFERENCES maps,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,              -- one of the seven above
    target_claim INTEGER REFERENCES claims,         -- one of the two is NULL
    target_relation INTEGER REFERENCES relations,
    scheme TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT '',
    rest TEXT,                       -- data
    weight REAL,
    line INTEGER,
    "column" INTEGER,
    end_line INTEGER,
    end_column INTEGER
);

-- The premises of the relations. Several of one relation only work together.
CREATE TABLE premises (
    relation INTEGER NOT NULL REFERENCES relations,
    place INTEGER NOT NULL,
    claim INTEGER NOT NULL REFERENCES claims,
    PRIMARY KEY (relation, place)
) WITHOUT ROWID;

CREATE TABLE sections (
    section INTEGER PRIMARY KEY,
    map INTEGER NOT NULL REFERENCES maps,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    level INTEGER NOT NULL,
    parent INTEGER REFERENCES sections,
    folded_id TEXT NOT NULL,
    folded_title TEXT NOT NULL,
    rest TEXT                        -- tags, span, data, marks
);

CREATE TABLE arguments (
    argument INTEGER PRIMARY KEY,
    map INTEGER NOT NULL REFERENCES maps,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    gist INTEGER REFERENCES claims,
    section INTEGER REFERENCES sections,
    folded_title TEXT NOT NULL,
    rest TEXT                        -- relations, statements, tags, span, wordings, data, marks
);

-- The relations that arguments are made of.
CREATE TABLE steps (
    argument INTEGER NOT NULL REFERENCES arguments,
    place INTEGER NOT NULL,
    relation INTEGER NOT NULL REFERENCES relations,
    PRIMARY KEY (argument, place)
) WITHOUT ROWID;

CREATE TABLE tags (
    tag INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    folded_id TEXT NOT NULL,
    folded_title TEXT NOT NULL
);

CREATE TABLE tagged (
    tag INTEGER NOT NULL REFERENCES tags,
    claim INTEGER NOT NULL REFERENCES claims,
    PRIMARY KEY (tag, claim)
) WITHOUT ROWID;

-- What is wrong with the files, as `argmap check` would say it.
CREATE TABLE diagnostics (
    file INTEGER NOT NULL REFERENCES files,
    severity TEXT NOT NULL,          -- error, warning, note
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    hint TEXT NOT NULL,
    line INTEGER,
    "column" INTEGER,
    rest TEXT                        -- the whole span, claims
);

-- The words of the claims; the row of a claim has its number. After every title, text, id and tag
-- stands a ~, so that MATCH 'title : ^"cyber attack ~"' finds those called this and nothing more.
CREATE VIRTUAL TABLE words USING fts5 (
    title,
    text,                            -- with the other wordings
    other,                           -- name of the map and id, tags
    content = '',
    tokenize = "unicode61 remove_diacritics 0 tokenchars '~'"
);

-- All words that consist of letters, and how many claims have them: for what is near to a word.
CREATE TABLE terms (term TEXT PRIMARY KEY, claims INTEGER NOT NULL) WITHOUT ROWID;
