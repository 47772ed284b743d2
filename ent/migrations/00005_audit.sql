-- +goose Up
-- The record of changes, one hash chain for each workspace and one for the
-- operator. The application may add and read, never change.

CREATE TABLE audit_event (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    id           uuid NOT NULL,
    seq          bigint NOT NULL CHECK (seq > 0), -- from 1, without gaps
    at           timestamptz NOT NULL,
    actor_id     uuid,
    action       text NOT NULL,
    target_id    uuid,
    body         bytea NOT NULL, -- the event's canonical bytes, which the hash is over
    hash         bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, seq)
);
CALL fence('audit_event');
GRANT SELECT, INSERT ON audit_event TO latchkey_app;

-- Sign-ins, grants to staff and the like, which belong to no workspace.
CREATE TABLE operator_event (
    id        uuid PRIMARY KEY,
    seq       bigint NOT NULL UNIQUE CHECK (seq > 0),
    at        timestamptz NOT NULL,
    actor_id  uuid,
    action    text NOT NULL,
    target_id uuid,
    body      bytea NOT NULL,
    hash      bytea NOT NULL CHECK (octet_length(hash) = 32)
);
GRANT SELECT, INSERT ON operator_event TO latchkey_app;

-- Retried mutations: what the first one made, for 24 hours, written in its transaction.
CREATE TABLE mutation_replay (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    id           uuid NOT NULL,
    person_id    uuid NOT NULL,
    mutation     text NOT NULL,
    key          text NOT NULL CHECK (char_length(key) BETWEEN 1 AND 255),
    fingerprint  bytea NOT NULL,
    result_id    uuid NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, person_id, mutation, key)
);
CREATE INDEX mutation_replay_created ON mutation_replay (workspace_id, created_at);
CALL fence('mutation_replay');
GRANT SELECT, INSERT, DELETE ON mutation_replay TO latchkey_app;

-- +goose Down
DROP TABLE mutation_replay, operator_event, audit_event;
