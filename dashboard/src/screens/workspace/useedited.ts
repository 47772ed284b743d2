import { useState } from 'react'
import type { WorkspaceFullFragment } from '@/api/gen/graphql'

// useEdited is the version of the workspace that a form was filled from. A form that nobody has
// touched takes every newer one; another goes on, and learns of the newer one when it is saved.
export function useEdited(latest: WorkspaceFullFragment) {
  const [edited, setEdited] = useState(latest)
  const [touched, setTouched] = useState(false)
  const take = (workspace: WorkspaceFullFragment) => {
    setEdited(workspace)
    setTouched(false)
  }
  if (latest.version > edited.version && !touched) take(latest)
  return {
    edited,
    touch: () => setTouched(true),
    take,
    newer: latest.version > edited.version ? () => take(latest) : undefined,
  }
}
