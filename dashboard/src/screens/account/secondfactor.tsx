import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { DisableTotpDocument, NewRecoveryCodesDocument, type AccountQuery, StartTotpDocument } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { Moment } from '@/parts/moment'
import { Notice } from '@/parts/notice'
import { Panel } from '@/parts/panel'
import { Tag } from '@/parts/tag'
import { tell } from '@/parts/toast'
import { CodeDialog } from './codedialog'
import { EnrollDialog, type Enrollment } from './enroll'
import { RecoveryCodes } from './recoverycodes'
import classes from './account.module.css'

const few = 3

type Factor = NonNullable<AccountQuery['me']>['secondFactor']

// SecondFactor is what the person is asked for besides the password.
export function SecondFactor({ factor }: { factor: Factor }) {
  const [enrollment, setEnrollment] = useState<Enrollment | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const start = useChange(StartTotpDocument, (data) => data.startTotpEnrollment)
  const begin = async () => {
    const payload = await start.run({})
    if (payload?.secret && payload.uri) setEnrollment({ secret: payload.secret, uri: payload.uri })
    else if (payload?.userErrors[0]) tell(payload.userErrors[0].message)
  }
  return (
    <Panel title="Your second factor" about="It is yours, in all of your workspaces: whoever learns your password cannot sign in without it.">
      {factor.totpSince ? (
        <On factor={factor} since={factor.totpSince} show={setCodes} />
      ) : (
        <div className={classes.row}>
          <div className={classes.what}>
            <div className={classes.name}>
              Authenticator app <Tag tone="warn">Off</Tag>
            </div>
            <div className={classes.fact}>Only your password is asked for.</div>
          </div>
          <Button onClick={begin} loading={start.busy}>
            Add an authenticator app
          </Button>
        </div>
      )}
      {enrollment && (
        <EnrollDialog
          enrollment={enrollment}
          done={(fresh) => {
            setEnrollment(null)
            setCodes(fresh)
          }}
          close={() => setEnrollment(null)}
        />
      )}
      {codes && <RecoveryCodes codes={codes} close={() => setCodes(null)} />}
    </Panel>
  )
}

interface OnProps {
  factor: Factor
  since: string
  show: (codes: string[]) => void
}

function On({ factor, since, show }: OnProps) {
  const [asking, setAsking] = useState<'codes' | 'off' | null>(null)
  const disable = useChange(DisableTotpDocument, (data) => data.disableTotp)
  const renew = useChange(NewRecoveryCodesDocument, (data) => data.regenerateRecoveryCodes)
  const left = factor.recoveryCodesLeft
  const close = () => setAsking(null)
  return (
    <>
      <div className={classes.row}>
        <div className={classes.what}>
          <div className={classes.name}>
            Authenticator app <Tag tone="good">On</Tag>
          </div>
          <div className={classes.fact}>
            Since <Moment at={since} />. {left === 1 ? 'One recovery code is' : `${left} recovery codes are`} left.
          </div>
        </div>
        <Group gap="xs">
          <Button variant="default" onClick={() => setAsking('codes')}>
            New recovery codes
          </Button>
          <Button variant="default" onClick={() => setAsking('off')}>
            Turn off
          </Button>
        </Group>
      </div>
      {left < few && (
        <Notice tone="warn" title={left === 0 ? 'No recovery code is left' : 'Few recovery codes are left'}>
          <Text size="sm">Make new ones, or you cannot sign in when your phone is lost.</Text>
        </Notice>
      )}
      {asking === 'codes' && (
        <CodeDialog
          title="New recovery codes"
          about="Ten new codes take the place of all that you have. The old ones stop working at once."
          label="Make new codes"
          busy={renew.busy}
          close={close}
          send={async (code) => {
            const payload = await renew.run({ input: code })
            if (payload?.recoveryCodes) {
              close()
              show(payload.recoveryCodes)
            }
            return payload?.userErrors ?? []
          }}
        />
      )}
      {asking === 'off' && (
        <CodeDialog
          title="Turn the authenticator app off?"
          about="Then your password alone is enough to sign in as you. Your recovery codes stop working, too."
          label="Turn it off"
          danger
          busy={disable.busy}
          close={close}
          send={async (code) => {
            const payload = await disable.run({ input: code })
            if (payload?.userErrors.length === 0) {
              close()
              tell('The authenticator app is off.')
            }
            return payload?.userErrors ?? []
          }}
        />
      )}
    </>
  )
}
