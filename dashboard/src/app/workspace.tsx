import { createContext, use } from 'react'
import type { Permission, Role } from '@/api/gen/graphql'
import { viewerZone } from '@/parts/time'
import type { Membership } from './person'

// Place is a workspace, as the person who is signed in stands in it.
export type Place = Membership['workspace'] & {
  role: Role | null // null for support staff, who look into it
}

export const PlaceContext = createContext<Place | null>(null)

// useWorkspace is the workspace whose settings are shown, and what the person is and may do in it.
// The server decides what they may: asking here keeps people from being offered what it would refuse.
export function useWorkspace() {
  const place = use(PlaceContext)
  if (!place) throw new Error('useWorkspace is for screens of a workspace')
  return { ...place, can: (permission: Permission) => place.viewerMay.includes(permission) }
}

// useZone is the zone in which instants are shown: the workspace's, and outside of workspaces the viewer's.
export const useZone = (): string => use(PlaceContext)?.timeZone ?? viewerZone()
