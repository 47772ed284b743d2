import type { Role } from '@/api/gen/graphql'
import { useWorkspace } from '@/app/workspace'

// useHands returns whether the person may give a role, or do something about who has it: owners are in the
// hands of owners.
export function useHands(): (role: Role) => boolean {
  const { can } = useWorkspace()
  return (role) => can(role === 'OWNER' ? 'OWNERS_WRITE' : 'MEMBERS_WRITE')
}
