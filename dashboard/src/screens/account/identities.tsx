import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type IdentityLineFragment, LinkIdentityDocument, type ProviderFragment, UnlinkIdentityDocument } from '@/api/gen/graphql'
import { useChange } from '@/api/use'
import { Ago } from '@/parts/moment'
import { Notice } from '@/parts/notice'
import { Panel } from '@/parts/panel'
import { Sure } from '@/parts/sure'
import { tell } from '@/parts/toast'
import classes from './account.module.css'

interface Props {
  identities: IdentityLineFragment[]
  providers: ProviderFragment[]
}

// Identities are the accounts at providers that the person signs in with. There is nothing to show
// where there are neither accounts nor providers.
export function Identities({ identities, providers }: Props) {
  const [path] = useLocation()
  const [leaving, setLeaving] = useState<IdentityLineFragment | null>(null)
  const link = useChange(LinkIdentityDocument, (data) => data.linkIdentity)
  const begin = async (provider: string) => {
    const payload = await link.run({ input: { provider, returnTo: path } })
    if (payload?.url) location.assign(payload.url)
    else if (payload?.userErrors[0]) tell(payload.userErrors[0].message)
  }
  const unlinked = providers.filter(({ name }) => !identities.some(({ provider }) => provider?.name === name))
  if (identities.length + providers.length === 0) return null
  return (
    <Panel title="Your accounts at providers" about="You can sign in with these instead of the password.">
      <ul className={classes.list}>
        {identities.map((identity) => (
          <li key={identity.id} className={classes.row}>
            <div className={classes.what}>
              <div className={classes.name}>{identity.provider?.label ?? identity.issuer}</div>
              <div className={classes.fact}>
                {identity.account}, last used <Ago at={identity.lastUsedAt} />
              </div>
              {!identity.provider && <Text size="sm">This provider was taken away here: you cannot sign in with it.</Text>}
            </div>
            <Button variant="default" size="xs" onClick={() => setLeaving(identity)} aria-label={`Unlink ${identity.account}`}>
              Unlink
            </Button>
          </li>
        ))}
      </ul>
      {unlinked.length > 0 && (
        <Group gap="xs" mt={identities.length > 0 ? 'md' : 0}>
          {unlinked.map(({ name, label }) => (
            <Button key={name} variant="default" loading={link.busy} onClick={() => void begin(name)}>
              Link an account at {label}
            </Button>
          ))}
        </Group>
      )}
      {leaving && <Unlink identity={leaving} close={() => setLeaving(null)} />}
    </Panel>
  )
}

function Unlink({ identity, close }: { identity: IdentityLineFragment; close: () => void }) {
  const [wrong, setWrong] = useState<string | null>(null)
  const unlink = useChange(UnlinkIdentityDocument, (data) => data.unlinkIdentity)
  const go = async () => {
    const payload = await unlink.run({ input: { id: identity.id } })
    if (!payload) return
    setWrong(payload.userErrors[0]?.message ?? null)
    if (payload.userErrors.length === 0) {
      tell(`${identity.account} is unlinked.`)
      close()
    }
  }
  return (
    <Sure title={`Unlink ${identity.account}?`} label="Unlink" danger busy={unlink.busy} close={close} go={go}>
      <Stack gap="sm">
        <Text size="sm">You cannot sign in with it any more, and your other sessions that began with it end.</Text>
        {wrong && <Notice tone="bad">{wrong}</Notice>}
      </Stack>
    </Sure>
  )
}
