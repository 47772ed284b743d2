import { Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { Icon } from './icon'
import classes from './page.module.css'

interface Props {
  title: string
  above: string | { label: string; href: string } // what the page belongs to
  beside?: ReactNode // the title, such as a badge
  about?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

// Page is a screen's frame: what it belongs to, its heading, which gets the focus when the screen is
// opened, so that it is read out, and its actions.
export function Page({ title, above, beside, about, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Latchkey`
  }, [title])
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className={classes.page}>
      <Stack gap={4} mb="md">
        {typeof above === 'string' ? (
          <Text size="sm" c="dimmed">
            {above}
          </Text>
        ) : (
          <Link href={above.href} className={classes.back}>
            <Icon name="left" size={14} /> {above.label}
          </Link>
        )}
        <Group justify="space-between" align="flex-start" gap="sm">
          <div className={classes.heading}>
            <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
              {title}
            </Title>
            {beside}
          </div>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
        {about && (
          <Text size="sm" c="dimmed" maw={680}>
            {about}
          </Text>
        )}
      </Stack>
      {children}
    </div>
  )
}
