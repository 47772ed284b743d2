import { AppShell, Box, Burger, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type ReactNode, useEffect } from 'react'
import { useLocation } from 'wouter'
import classes from './frame.module.css'
import { LiveState } from './livestate'
import { Logo } from './logo'
import { PersonMenu } from './personmenu'

interface Props {
  label: string // of the navigation
  where?: ReactNode // what the screens belong to
  sections: ReactNode
  live?: boolean // the screens follow changes
  children: ReactNode
}

// Frame is what all screens have around them: the navigation, which a phone folds away, and the person's menu.
export function Frame({ label, where, sections, live, children }: Props) {
  const [location] = useLocation()
  const [opened, { toggle, close }] = useDisclosure(false)
  useEffect(close, [location, close])
  return (
    <>
      <a href="#content" className={classes.skip}>
        Skip to the content
      </a>
      <AppShell header={{ height: { base: 56, sm: 0 } }} navbar={{ width: 264, breakpoint: 'sm', collapsed: { mobile: !opened } }} padding={0}>
        <AppShell.Header hiddenFrom="sm" className={classes.header}>
          <Group h="100%" px="md" justify="space-between" wrap="nowrap">
            <Logo />
            <Group wrap="nowrap" gap="sm">
              {live && <LiveState />}
              <Burger opened={opened} onClick={toggle} size="sm" aria-label={opened ? 'Close the navigation' : 'Open the navigation'} aria-expanded={opened} />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar className={classes.navbar} aria-label={label}>
          <Group px="md" py="md" visibleFrom="sm" className={classes.brand}>
            <Logo />
          </Group>
          {where && <div className={classes.where}>{where}</div>}
          <div className={classes.sections}>{sections}</div>
          <div className={classes.person}>
            {live && (
              <Box visibleFrom="sm">
                <LiveState />
              </Box>
            )}
            <PersonMenu />
          </div>
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
          {children}
        </AppShell.Main>
      </AppShell>
    </>
  )
}
