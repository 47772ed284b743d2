import { Button, Menu, Text } from '@mantine/core'
import type { AuditEventFilter } from '@/api/gen/graphql'
import { useWorkspace } from '@/app/workspace'
import { Icon } from '@/parts/icon'
import { exportPath } from './filter'

interface Props {
  filter: AuditEventFilter
  narrowed: boolean
}

// Export offers what is shown as a file. The server makes it, so that it is whole however long it is.
export function Export({ filter, narrowed }: Props) {
  const { id } = useWorkspace()
  return (
    <Menu position="bottom-end" width={310} withinPortal withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="write" />}>
          {narrowed ? 'Export these' : 'Export'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={exportPath(id, 'ndjson', filter)} download>
          As NDJSON
          <Text size="xs" c="dimmed">
            {narrowed ? 'One event a line. Only the whole log can be verified: show everything for that.' : 'One event a line, signed: auditors can verify that nothing was changed or left out.'}
          </Text>
        </Menu.Item>
        <Menu.Item component="a" href={exportPath(id, 'csv', filter)} download>
          As CSV
          <Text size="xs" c="dimmed">
            For spreadsheets. It proves nothing.
          </Text>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
