import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keyOf } from '@/api/client'
import { type KeysImpactFragment, type SpreadFragment, UpdateWorkspaceDocument, type UpdateWorkspaceInput, type WorkspaceFullFragment, WorkspaceSettingsDocument, type WrongFragment } from '@/api/gen/graphql'
import { useChange } from '@/api/use'

export interface Updated {
  workspace: WorkspaceFullFragment
  impact: KeysImpactFragment | null
  propagation: SpreadFragment | null
}

interface Outcome {
  done: (updated: Updated) => void
  wrong: (errors: WrongFragment[]) => void
}

// useUpdate changes the workspace. What a change would do to keys is asked about first: then
// asking is what it would do, and nothing was changed until confirm.
export function useUpdate({ done, wrong }: Outcome) {
  const client = useQueryClient()
  const update = useChange(UpdateWorkspaceDocument, (data) => data.updateWorkspace)
  const [asking, setAsking] = useState<{ input: UpdateWorkspaceInput; impact: KeysImpactFragment } | null>(null)
  const send = async (input: UpdateWorkspaceInput) => {
    const payload = await update.run({ input })
    if (!payload) return
    const { workspace, impact, propagation, userErrors } = payload
    if (impact && userErrors.some((error) => error.code === 'CONFIRMATION_NEEDED')) {
      setAsking({ input, impact })
      return
    }
    setAsking(null)
    wrong(userErrors)
    if (!workspace) return
    // What comes next is made from this version, before everything is read again.
    client.setQueryData(keyOf(WorkspaceSettingsDocument, { workspace: workspace.id }), { workspace })
    done({ workspace, impact, propagation })
  }
  return {
    send,
    busy: update.busy,
    asking: asking?.impact ?? null,
    confirm: () => asking && void send({ ...asking.input, confirm: true }),
    dismiss: () => setAsking(null),
  }
}
