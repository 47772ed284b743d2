import { AppShell, Burger, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type ReactNode, useEffect } from 'react'
import { useLocation } from 'wouter'
import { Missing } from '@/parts/missing'
import { rememberSlug } from './last'
import { Logo } from './logo'
import { PersonMenu } from './personmenu'
import { Sections } from './sections'
import { usePerson } from './person'
import classes from './shell.module.css'
import { Switcher } from './switcher'
import { MembershipContext } from './workspace'

interface Props {
  slug: string
  children: ReactNode
}

// Shell is the frame of a workspace's screens: the workspace switcher, the navigation and the person's menu.
export function Shell({ slug, children }: Props) {
  const { memberships } = usePerson()
  const membership = memberships.find((m) => m.workspace.slug === slug)
  const [location] = useLocation()
  const [opened, { toggle, close }] = useDisclosure(false)
  useEffect(close, [location, close])
  useEffect(() => {
    if (membership) rememberSlug(slug)
  }, [slug, membership])
  if (!membership) return <Missing what={`There is no workspace “${slug}”, or you do not belong to it.`} />
  return (
    <MembershipContext value={membership}>
      <a href="#content" className={classes.skip}>
        Skip to the content
      </a>
      <AppShell header={{ height: { base: 56, sm: 0 } }} navbar={{ width: 264, breakpoint: 'sm', collapsed: { mobile: !opened } }} padding={0}>
        <AppShell.Header hiddenFrom="sm" className={classes.header}>
          <Group h="100%" px="md" justify="space-between" wrap="nowrap">
            <Logo />
            <Burger opened={opened} onClick={toggle} size="sm" aria-label={opened ? 'Close the navigation' : 'Open the navigation'} aria-expanded={opened} />
          </Group>
        </AppShell.Header>
        <AppShell.Navbar className={classes.navbar} aria-label="Settings">
          <Group px="md" py="md" visibleFrom="sm" className={classes.brand}>
            <Logo />
          </Group>
          <div className={classes.switcher}>
            <Switcher />
          </div>
          <div className={classes.sections}>
            <Sections />
          </div>
          <div className={classes.person}>
            <PersonMenu />
          </div>
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
          {children}
        </AppShell.Main>
      </AppShell>
    </MembershipContext>
  )
}
