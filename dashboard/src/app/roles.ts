import type { Role } from '@/api/gen/graphql'

// roleNames are the roles as people read them.
export const roleNames: Record<Role, string> = { OWNER: 'Owner', ADMIN: 'Admin', DEVELOPER: 'Developer', VIEWER: 'Viewer' }

// roles are all of them: each may do all that those after it may.
export const roles: Role[] = ['OWNER', 'ADMIN', 'DEVELOPER', 'VIEWER']

// roleAbout is what each may do.
export const roleAbout: Record<Role, string> = {
  OWNER: 'Everything. Other owners, the key policy and support access are for owners alone to change.',
  ADMIN: 'All that developers may. Also looks after members up to admins and the settings, and reads the audit log.',
  DEVELOPER: 'Creates, edits, rotates and revokes keys, and edits the IP allowlist.',
  VIEWER: 'Sees keys, the IP allowlist and usage, and explains refusals. Changes nothing.',
}

// isHigher says whether a role may do more than another.
export const isHigher = (role: Role, than: Role): boolean => roles.indexOf(role) < roles.indexOf(than)
