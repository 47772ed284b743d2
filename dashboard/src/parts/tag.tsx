import classes from './tag.module.css'
import type { Tone } from './tone'

interface Props {
  tone: Tone
  children: string
}

// Tag is a word or two in a colour that says the same.
export function Tag({ tone, children }: Props) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  )
}
