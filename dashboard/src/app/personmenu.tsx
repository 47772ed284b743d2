import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { Link } from 'wouter'
import { Cut } from '@/parts/cut'
import { Icon, type IconName } from '@/parts/icon'
import { paths } from './paths'
import { usePerson } from './person'
import classes from './switcher.module.css'
import { signOut } from './signout'

const schemes: { scheme: 'light' | 'dark' | 'auto'; label: string; icon: IconName }[] = [
  { scheme: 'light', label: 'Light', icon: 'sun' },
  { scheme: 'dark', label: 'Dark', icon: 'moon' },
  { scheme: 'auto', label: 'As the system', icon: 'screen' },
]

// PersonMenu says who is signed in, and holds what is theirs alone: the colour scheme and signing out.
export function PersonMenu() {
  const { name, email, isStaff } = usePerson()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu width="target" position="top-start" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <span className={classes.words}>
            <span className="lk-hidden">Signed in as: </span>
            <Cut className={classes.name}>{name}</Cut>
            <Cut className={classes.mail}>{email}</Cut>
          </span>
          <span className="lk-hidden">, appearance and signing out</span>
          <Icon name="order" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Appearance</Menu.Label>
        {schemes.map(({ scheme, label, icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon name={icon} />}
            rightSection={colorScheme === scheme ? <Icon name="done" /> : null}
            onClick={() => setColorScheme(scheme)}
          >
            {label}
            {colorScheme === scheme && <span className="lk-hidden"> (chosen)</span>}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} href={paths.account} leftSection={<Icon name="person" />}>
          Your account
        </Menu.Item>
        {isStaff && (
          <Menu.Item component={Link} href={paths.support} leftSection={<Icon name="people" />}>
            Support console
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Icon name="leave" />} onClick={signOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
