import { useState } from 'react'
import { useAsk } from '@/api/use'
import { KeyRulesDocument } from '@/api/gen/graphql'
import { useWorkspace } from '@/app/workspace'
import { Dialog } from '@/parts/dialog'
import { Broken, Loading } from '@/parts/states'
import { SecretDialog } from '../secret/secretdialog'
import { type Created, NewKeyForm } from './form'

// NewKey is the dialog in which a key is made, and the one that then shows its secret.
export default function NewKey({ close }: { close: () => void }) {
  const { id } = useWorkspace()
  const [created, setCreated] = useState<Created | null>(null)
  const rules = useAsk(KeyRulesDocument, { workspace: id })
  const workspace = rules.data?.workspace
  if (created && workspace) {
    return <SecretDialog title="Your new API key" name={created.name} scope={created.scope} secret={created.secret} apiUrl={workspace.apiUrl} close={close} />
  }
  return (
    <Dialog opened onClose={close} title="New API Key" size="lg">
      {workspace ? (
        <NewKeyForm longest={workspace.longestLifetimeDays} done={setCreated} cancel={close} />
      ) : rules.isError ? (
        <Broken failure={rules.error} again={() => void rules.refetch()} />
      ) : (
        <Loading />
      )}
    </Dialog>
  )
}
