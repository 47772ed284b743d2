import { sql } from './api'
import type { Dev } from './server'

// history gives a key a month of use, as it would have been counted. name is the key's.
export function history(dev: Dev, workspaceId: string, name: string): void {
  sql(
    dev,
    `BEGIN;
SET LOCAL latchkey.workspace_id = '${workspaceId}';
INSERT INTO latchkey.usage_day (workspace_id, key_id, day, operation, outcome, access, calls)
SELECT k.workspace_id, k.id, current_date - d, o.operation, o.outcome, o.access,
       greatest(1, round(o.calls * (1 + 0.45 * sin(d * 0.9) + 0.2 * sin(d * 2.3)) * CASE WHEN extract(isodow FROM current_date - d) > 5 THEN 0.35 ELSE 1 END))::bigint
  FROM latchkey.api_key k, generate_series(1, 29) d,
       (VALUES ('users.list', '2xx', 'read', 410), ('users.retrieve', '2xx', 'read', 260), ('users.create', '2xx', 'write', 190),
               ('events.batch', '2xx', 'write', 120), ('users.create', 'wrong_address', 'write', 24)) o (operation, outcome, access, calls)
 WHERE k.workspace_id = '${workspaceId}' AND k.name = '${name}';
INSERT INTO latchkey.usage_source (workspace_id, key_id, day, kind, source, calls, refusals, last_seen)
SELECT k.workspace_id, k.id, current_date - d, s.kind, s.source, s.calls, s.refusals, (current_date - d) + interval '13 hours'
  FROM latchkey.api_key k, generate_series(1, 29) d,
       (VALUES ('address', '203.0.113.7', 640, 0), ('address', '2001:db8:40::17', 310, 0), ('address', '198.51.100.20', 0, 24),
               ('user_agent', 'crm-import/2.1', 720, 4), ('user_agent', 'events-forwarder/1.0', 230, 20)) s (kind, source, calls, refusals)
 WHERE k.workspace_id = '${workspaceId}' AND k.name = '${name}';
COMMIT`,
  )
}
