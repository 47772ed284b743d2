import { Tooltip } from '@mantine/core'
import { useState } from 'react'
import classes from './cut.module.css'

interface Props {
  children: string
  className?: string
}

// Cut is one line of text that ends in an ellipsis where there is no room, and shows all of
// itself on hover, focus or touch when it did.
export function Cut({ children, className = '' }: Props) {
  const [cut, setCut] = useState(false)
  const measure = (element: HTMLElement) => setCut(element.scrollWidth > element.clientWidth)
  return (
    <Tooltip label={children} disabled={!cut} multiline maw={420} events={{ hover: true, focus: true, touch: true }}>
      <span className={`${classes.cut} ${className}`} onPointerEnter={(e) => measure(e.currentTarget)} onFocus={(e) => measure(e.currentTarget)}>
        {children}
      </span>
    </Tooltip>
  )
}
