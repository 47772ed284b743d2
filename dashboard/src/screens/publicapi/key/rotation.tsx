import { Button, Code, Group } from '@mantine/core'
import { useState } from 'react'
import { CancelApiKeyRotationDocument, FinishApiKeyRotationDocument, type KeyFullFragment } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { Facts } from '@/parts/facts'
import { Ago } from '@/parts/moment'
import { Panel } from '@/parts/panel'
import { Sure } from '@/parts/sure'
import { tell } from '@/parts/toast'
import { spreadText } from '../propagation'
import { LastUse } from './facts'

interface Props {
  apiKey: KeyFullFragment
  rotation: NonNullable<KeyFullFragment['rotation']>
  mayWrite: boolean
}

// RotationPanel follows a rotation: whether the old secret is still used, and both ways to end it.
export function RotationPanel({ apiKey, rotation, mayWrite }: Props) {
  const [asking, setAsking] = useState<'finish' | 'cancel' | null>(null)
  const finish = useChange(FinishApiKeyRotationDocument, (data) => data.finishApiKeyRotation)
  const cancel = useChange(CancelApiKeyRotationDocument, (data) => data.cancelApiKeyRotation)
  const end = async (change: typeof finish | typeof cancel, done: string) => {
    const payload = await change.run({ input: { id: apiKey.id } })
    setAsking(null)
    if (payload) tell(payload.userErrors[0]?.message ?? spreadText(done, payload.propagation))
  }
  return (
    <Panel
      title="Rotation under way"
      about="Put the new secret into your program. When the old one is not used any more, finish."
      actions={
        mayWrite && (
          <Group gap="xs">
            <Button variant="default" onClick={() => setAsking('cancel')}>
              Cancel rotation
            </Button>
            <Button onClick={() => setAsking('finish')}>Finish rotation</Button>
          </Group>
        )
      }
    >
      <div aria-live="polite">
        <Facts
          facts={[
            ['Old secret last used', rotation.oldSecretLastUse ? <LastUse use={rotation.oldSecretLastUse} /> : 'Never'],
            ['Old secret', <Code key="o">{rotation.oldSecretHint}</Code>],
            ['New secret', <Code key="n">{apiKey.hint}</Code>],
            ['The old one ends', <Ago key="e" at={rotation.oldSecretValidUntil} />],
          ]}
        />
      </div>
      {asking === 'finish' && (
        <Sure title="Finish the rotation?" label="End the old secret" busy={finish.busy} close={() => setAsking(null)} go={() => end(finish, 'The old secret is refused everywhere')}>
          {rotation.oldSecretLastUse ? (
            <>
              The old secret was last used <Ago at={rotation.oldSecretLastUse.at} />. Programs that still send it are refused from now on.
            </>
          ) : (
            'The old secret has not been used. It is refused from now on.'
          )}
        </Sure>
      )}
      {asking === 'cancel' && (
        <Sure title="Cancel the rotation?" label="End the new secret" busy={cancel.busy} close={() => setAsking(null)} go={() => end(cancel, 'The new secret is refused everywhere')}>
          The new secret is refused from now on, and the old one goes on as if there had been no rotation.
        </Sure>
      )}
    </Panel>
  )
}
