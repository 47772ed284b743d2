import { AppShell, Burger, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { Logo } from '@/app/logo'
import { PersonMenu } from '@/app/personmenu'
import classes from '@/app/shell.module.css'

interface Props {
  label: string // of the navigation
  sections: ReactNode
  children: ReactNode
}

// Frame is what the account's screen has around it.
export function Frame({ label, sections, children }: Props) {
  const [opened, { toggle }] = useDisclosure(false)
  return (
    <AppShell header={{ height: { base: 56, sm: 0 } }} navbar={{ width: 264, breakpoint: 'sm', collapsed: { mobile: !opened } }} padding={0}>
      <AppShell.Header hiddenFrom="sm" className={classes.header}>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Logo />
          <Burger opened={opened} onClick={toggle} size="sm" aria-label={opened ? 'Close the navigation' : 'Open the navigation'} aria-expanded={opened} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label={label}>
        <Group px="md" py="md" visibleFrom="sm" className={classes.brand}>
          <Logo />
        </Group>
        <div className={classes.sections}>{sections}</div>
        <div className={classes.person}>
          <PersonMenu />
        </div>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </AppShell.Main>
    </AppShell>
  )
}
