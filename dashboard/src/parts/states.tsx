import { Button, Center, Code, Loader, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { asFailure } from '@/api/failure'

interface Full {
  full?: boolean // of the window, instead of the place that it stands in
}

const height = (full?: boolean) => (full ? '100dvh' : 220)

// Loading holds the place of what is on its way.
export function Loading({ full }: Full) {
  return (
    <Center h={height(full)} role="status" aria-label="Loading">
      <Loader size="sm" type="dots" />
    </Center>
  )
}

interface BrokenProps extends Full {
  failure: unknown
  again: () => void
}

// Broken says why something could not be read, and offers to try again.
export function Broken({ failure, again, full }: BrokenProps) {
  const { message, requestId } = asFailure(failure)
  return (
    <Center h={full ? height(full) : undefined} p="xl" role="alert">
      <Stack align="center" gap="xs" maw={440} ta="center">
        <Text fw={600}>This could not be loaded</Text>
        <Text size="sm">{message}</Text>
        {requestId && (
          <Text size="xs" c="dimmed">
            Request id <Code>{requestId}</Code>
          </Text>
        )}
        <Button variant="default" mt="xs" onClick={again}>
          Try again
        </Button>
      </Stack>
    </Center>
  )
}

interface EmptyProps {
  title: string
  children: ReactNode // what to do about it
  action?: ReactNode
}

// Empty stands where a list has nothing to show.
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <Center p="xl">
      <Stack align="center" gap="xs" maw={480} ta="center">
        <Title order={3} size="h4">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {children}
        </Text>
        {action && <div>{action}</div>}
      </Stack>
    </Center>
  )
}
