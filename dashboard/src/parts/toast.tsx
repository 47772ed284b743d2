import { Code, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Failure } from '@/api/failure'

// tellFailure shows what failed, with the request id that support can find it by.
export function tellFailure(failure: Failure): void {
  notifications.show({
    title: 'That did not work',
    message: (
      <>
        <Text size="sm">{failure.message}</Text>
        {failure.requestId && (
          <Text size="xs" mt={4}>
            Request id <Code>{failure.requestId}</Code>
          </Text>
        )}
      </>
    ),
    color: 'red',
    autoClose: 15_000,
    closeButtonProps: { 'aria-label': 'Close this message' },
    role: 'alert',
  })
}

let told = ''

// tell says that something was done, in the place of what was told before: they would pile up over the page.
export function tell(message: string): void {
  notifications.hide(told)
  told = notifications.show({ message, color: 'green', autoClose: 6_000, closeButtonProps: { 'aria-label': 'Close this message' } })
}
