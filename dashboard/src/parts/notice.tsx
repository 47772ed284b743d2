import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import classes from './notice.module.css'
import type { Tone } from './tone'

const icons: Record<Tone, IconName> = { good: 'done', info: 'info', warn: 'warn', bad: 'warn', quiet: 'info' }

interface Props {
  tone: Tone
  title?: string
  children?: ReactNode
  action?: ReactNode
}

// Notice is something to know before going on. A bad one is read out at once.
export function Notice({ tone, title, children, action }: Props) {
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      <span className={classes.icon}>
        <Icon name={icons[tone]} size={18} />
      </span>
      <div className={classes.words}>
        {title && <div className={classes.title}>{title}</div>}
        {children && <div>{children}</div>}
      </div>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
