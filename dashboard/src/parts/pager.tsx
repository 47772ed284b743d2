import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Icon } from './icon'

// usePages walks through a list by cursors. It starts anew when what narrows or orders the list,
// of which of is the text, changes.
export function usePages(of: string, size: number) {
  const [state, setState] = useState<{ of: string; cursors: string[] }>({ of, cursors: [] })
  const cursors = state.of === of ? state.cursors : []
  return {
    size,
    number: cursors.length,
    after: cursors.at(-1) ?? null,
    next: (cursor: string) => setState({ of, cursors: [...cursors, cursor] }),
    back: () => setState({ of, cursors: cursors.slice(0, -1) }),
  }
}

interface Props {
  pages: ReturnType<typeof usePages>
  shown: number // rows of this page
  total: number // of all pages
  atLeast?: boolean // there are total and maybe more, which nobody has counted
  what: [one: string, many: string]
  info: { hasNextPage: boolean; endCursor: string | null }
}

// Pager says which rows are shown of how many, and turns the page.
export function Pager({ pages, shown, total, atLeast, what, info }: Props) {
  const from = pages.number * pages.size
  const counted = `${atLeast ? 'at least ' : ''}${total.toLocaleString('en')} ${total === 1 ? what[0] : what[1]}`
  return (
    <Group justify="space-between" px={20} py={10} gap="xs">
      <Text size="sm" c="dimmed" role="status">
        {total > shown ? `${from + 1}–${from + shown} of ${counted}` : counted}
      </Text>
      {(pages.number > 0 || info.hasNextPage) && (
        <Group gap="xs">
          <Button size="xs" variant="default" leftSection={<Icon name="left" size={14} />} disabled={pages.number === 0} onClick={pages.back}>
            Previous
          </Button>
          <Button
            size="xs"
            variant="default"
            rightSection={<Icon name="right" size={14} />}
            disabled={!info.hasNextPage || !info.endCursor}
            onClick={() => info.endCursor && pages.next(info.endCursor)}
          >
            Next
          </Button>
        </Group>
      )}
    </Group>
  )
}
