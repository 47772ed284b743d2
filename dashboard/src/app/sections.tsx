import { NavLink, Text } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { Icon } from '@/parts/icon'
import { navigation } from './navigation'
import { useWorkspace } from './workspace'

// Sections are the lines of the navigation that the person's role may see.
export function Sections() {
  const workspace = useWorkspace()
  const [location] = useLocation()
  return navigation.map((section) => {
    const visible = section.destinations.filter((d) => workspace.can(d.needs))
    if (visible.length === 0) return null
    return (
      <section key={section.label} aria-label={section.label}>
        <Text size="xs" fw={600} c="dimmed" px="sm" mt="md" mb={4}>
          {section.label}
        </Text>
        {visible.map(({ label, icon, path }) => {
          const href = path(workspace.slug)
          const active = location === href || location.startsWith(`${href}/`)
          return (
            <NavLink
              key={label}
              component={Link}
              href={href}
              label={label}
              leftSection={<Icon name={icon} />}
              active={active}
              aria-current={active ? 'page' : undefined}
            />
          )
        })}
      </section>
    )
  })
}
