import { Button, Text } from '@mantine/core'
import { useId, useRef, useState } from 'react'
import { copy } from './clipboard'
import classes from './copyfield.module.css'
import { Icon } from './icon'

interface Props {
  label: string
  text: string
  onCopied?: () => void
}

// CopyField shows text that is to be taken elsewhere whole, with a button that copies it.
export function CopyField({ label, text, onCopied }: Props) {
  const id = useId()
  const field = useRef<HTMLElement>(null)
  const [came, setCame] = useState<'copied' | 'by hand' | null>(null)
  const take = async () => {
    const copied = await copy(text)
    setCame(copied ? 'copied' : 'by hand')
    if (copied) onCopied?.()
    else if (field.current) getSelection()?.selectAllChildren(field.current)
  }
  return (
    <div role="group" aria-labelledby={id}>
      <Text size="sm" fw={500} id={id} mb={4}>
        {label}
      </Text>
      <div className={classes.field}>
        <code ref={field} className={classes.text} tabIndex={0} aria-labelledby={id}>
          {text}
        </code>
        <Button size="xs" variant={came === 'copied' ? 'light' : 'filled'} onClick={take} leftSection={<Icon name={came === 'copied' ? 'done' : 'copy'} size={14} />} aria-label={`${came === 'copied' ? 'Copied' : 'Copy'}: ${label}`}>
          {came === 'copied' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <Text size="xs" c="dimmed" role="status" mt={came === 'by hand' ? 4 : 0}>
        {came === 'by hand' && 'The browser does not let this page copy. The text is selected: press Ctrl+C, or ⌘C.'}
        {came === 'copied' && <span className="lk-hidden">Copied</span>}
      </Text>
    </div>
  )
}
