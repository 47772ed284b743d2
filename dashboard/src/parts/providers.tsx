import { Button, Stack, Text } from '@mantine/core'
import type { ProviderFragment } from '@/api/gen/graphql'
import { Cut } from './cut'
import classes from './providers.module.css'

interface Props {
  providers: Pick<ProviderFragment, 'name' | 'label' | 'startPath'>[]
  verb: 'Sign in' | 'Sign up' | 'Confirm' | 'Join'
  returnTo?: string // a path here
  fresh?: boolean // the provider asks anew who it is
  go?: (name: string) => void // begins another way than by the provider's own address
  busy?: boolean
  about?: string
  or?: boolean // there is another way above
}

// Providers are the buttons that lead to a provider's own sign-in, and back to returnTo. They are links, unless go
// has to ask for the way first: the browser leaves this page.
export function Providers({ providers, verb, returnTo = '/', fresh, go, busy, about, or = true }: Props) {
  if (providers.length === 0) return null
  return (
    <Stack gap="sm">
      {or && <div className={classes.or}>or</div>}
      {providers.map(({ name, label, startPath }) => {
        const words = <Cut className={classes.label}>{`${verb} with ${label}`}</Cut>
        return go ? (
          <Button key={name} variant="default" disabled={busy} onClick={() => go(name)} fullWidth>
            {words}
          </Button>
        ) : (
          <Button key={name} component="a" href={`${startPath}?${new URLSearchParams({ return: returnTo, ...(fresh && { fresh: 'true' }) })}`} variant="default" fullWidth>
            {words}
          </Button>
        )
      })}
      {about && (
        <Text size="xs" c="dimmed">
          {about}
        </Text>
      )}
    </Stack>
  )
}
