-- +goose Up
-- Companies and deals are put under the workspace's tags too.

CREATE TABLE company_tag (
    workspace_id uuid NOT NULL,
    company_id   bigint NOT NULL,
    tag_id       bigint NOT NULL,
    PRIMARY KEY (workspace_id, company_id, tag_id),
    FOREIGN KEY (workspace_id, company_id) REFERENCES company (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, tag_id) REFERENCES tag (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX company_tag_tag ON company_tag (workspace_id, tag_id, company_id);
CALL fence('company_tag');

CREATE TABLE deal_tag (
    workspace_id uuid NOT NULL,
    deal_id      bigint NOT NULL,
    tag_id       bigint NOT NULL,
    PRIMARY KEY (workspace_id, deal_id, tag_id),
    FOREIGN KEY (workspace_id, deal_id) REFERENCES deal (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, tag_id) REFERENCES tag (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX deal_tag_tag ON deal_tag (workspace_id, tag_id, deal_id);
CALL fence('deal_tag');

GRANT SELECT, INSERT, UPDATE, DELETE ON company_tag, deal_tag TO latchkey_app, latchkey_data;

-- A deal that loses its company or contact has changed as well.
CREATE TRIGGER versioned BEFORE UPDATE ON deal FOR EACH ROW WHEN (NEW.version = OLD.version) EXECUTE FUNCTION next_version();

-- +goose Down
DROP TRIGGER versioned ON deal;
DROP TABLE deal_tag, company_tag;
