import { randomUUID } from 'node:crypto'
import { sql } from './api'
import type { Dev } from './server'

export type Role = 'OWNER' | 'ADMIN' | 'DEVELOPER' | 'VIEWER'

// newEmail is an address that nobody has.
export const newEmail = (name: string): string => `${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${randomUUID().slice(0, 8)}@example.com`

// newPerson makes a person with the password of the demo's owner, and a member of a workspace if one is
// named. It returns their address.
export function newPerson(dev: Dev, name: string, of?: { workspaceId: string; role: Role }): string {
  const email = newEmail(name)
  const member = of
    ? `SET LOCAL latchkey.workspace_id = '${of.workspaceId}';
INSERT INTO latchkey.member (workspace_id, id, person_id, role) SELECT '${of.workspaceId}', gen_random_uuid(), id, '${of.role}' FROM latchkey.person WHERE email = '${email}';`
    : ''
  sql(
    dev,
    `BEGIN;
INSERT INTO latchkey.person (id, email, email_key, name, password_hash) SELECT gen_random_uuid(), '${email}', '${email}', '${name}', password_hash FROM latchkey.person WHERE email = '${dev.email}';
${member} COMMIT`,
  )
  return email
}
