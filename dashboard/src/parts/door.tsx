import { Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { Logo } from '@/app/logo'
import classes from './door.module.css'

interface Props {
  children: ReactNode
  below?: ReactNode // where else one may want to go
}

// Door is the frame of pages outside of the settings: for signing in, and what links in mails lead to.
export function Door({ children, below }: Props) {
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <div className={classes.brand}>
          <Logo />
        </div>
        <div className={classes.card}>{children}</div>
        {below && <div className={classes.below}>{below}</div>}
      </div>
    </main>
  )
}

interface HeadProps {
  title: string
  children?: ReactNode // what it is about
  still?: boolean // a field of the form below has the focus instead
}

// DoorHead is the heading of a door, which gets the focus when it appears, so that it is read out.
export function DoorHead({ title, children, still }: HeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Latchkey`
    if (!still) heading.current?.focus({ preventScroll: true })
  }, [title, still])
  return (
    <div>
      <Title order={1} size="h2" ref={heading} tabIndex={-1}>
        {title}
      </Title>
      {children && (
        <Text size="sm" c="dimmed" component="div" mt={4}>
          {children}
        </Text>
      )}
    </div>
  )
}
