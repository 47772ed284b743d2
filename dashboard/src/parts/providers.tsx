import { Button, Stack, Text } from '@mantine/core'
import type { ProviderFragment } from '@/api/gen/graphql'
import { Cut } from './cut'
import classes from './providers.module.css'

interface Props {
  providers: Pick<ProviderFragment, 'name' | 'label' | 'startPath'>[]
  verb: 'Sign in' | 'Sign up' | 'Confirm'
  returnTo: string // a path here
  about?: string
  or?: boolean // there is another way above
  fresh?: boolean // the provider asks anew who it is
}

// Providers are the buttons that lead to a provider's own sign-in, and back to returnTo. They are links: the
// browser leaves this page.
export function Providers({ providers, verb, returnTo, about, or = true, fresh }: Props) {
  if (providers.length === 0) return null
  return (
    <Stack gap="sm">
      {or && <div className={classes.or}>or</div>}
      {providers.map(({ name, label, startPath }) => (
        <Button key={name} component="a" href={`${startPath}?${new URLSearchParams({ return: returnTo, ...(fresh && { fresh: 'true' }) })}`} variant="default" fullWidth>
          <Cut className={classes.label}>{`${verb} with ${label}`}</Cut>
        </Button>
      ))}
      {about && (
        <Text size="xs" c="dimmed">
          {about}
        </Text>
      )}
    </Stack>
  )
}
