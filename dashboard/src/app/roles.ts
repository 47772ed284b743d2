import type { Role } from '@/api/gen/graphql'

// roleNames are the roles as people read them.
export const roleNames: Record<Role, string> = { OWNER: 'Owner', ADMIN: 'Admin', DEVELOPER: 'Developer', VIEWER: 'Viewer' }
