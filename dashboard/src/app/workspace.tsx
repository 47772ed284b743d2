import { createContext, use } from 'react'
import type { Permission } from '@/api/gen/graphql'
import { viewerZone } from '@/parts/time'
import type { Membership } from './person'

export const MembershipContext = createContext<Membership | null>(null)

// useWorkspace is the workspace whose settings are shown, and what the person is and may do in it.
// The server decides what they may: asking here keeps people from being offered what it would refuse.
export function useWorkspace() {
  const membership = use(MembershipContext)
  if (!membership) throw new Error('useWorkspace is for screens of a workspace')
  const { workspace, role } = membership
  return { ...workspace, role, can: (permission: Permission) => workspace.viewerMay.includes(permission) }
}

// useZone is the zone in which instants are shown: the workspace's, and outside of workspaces the viewer's.
export const useZone = (): string => use(MembershipContext)?.workspace.timeZone ?? viewerZone()
