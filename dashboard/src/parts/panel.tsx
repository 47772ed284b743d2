import { Group, Paper, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './panel.module.css'

interface Props {
  title: string
  about?: ReactNode
  actions?: ReactNode
  flush?: boolean // its content reaches the edges, as a table does
  children: ReactNode
}

// Panel is a part of a page with a heading of its own.
export function Panel({ title, about, actions, flush, children }: Props) {
  const id = useId()
  return (
    <Paper component="section" aria-labelledby={id} className={classes.panel}>
      <Group justify="space-between" align="flex-start" gap="sm" className={classes.head}>
        <div className={classes.words}>
          <Title order={2} id={id}>
            {title}
          </Title>
          {about && (
            <Text size="sm" c="dimmed" component="div">
              {about}
            </Text>
          )}
        </div>
        {actions}
      </Group>
      <div className={flush ? undefined : classes.body}>{children}</div>
    </Paper>
  )
}
