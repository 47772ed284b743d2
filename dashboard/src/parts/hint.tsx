import { Tooltip } from '@mantine/core'
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'

// useHint shows more about an element on hover, focus or touch: give it what on holds, and place shown after
// it. says is asked when somebody points there, and may answer null; until then a hint costs next to nothing,
// since lists have a hundred of them.
export function useHint<E extends HTMLElement>(says: (element: E) => ReactNode) {
  const target = useRef<E>(null)
  const [label, setLabel] = useState<ReactNode>(null)
  const open = () => setLabel(target.current && says(target.current))
  const close = () => setLabel(null)
  useEffect(() => {
    if (label === null) return
    const dismiss = (event: Event) => {
      const away = event instanceof KeyboardEvent ? event.key === 'Escape' : !target.current?.contains(event.target as Node)
      if (away) setLabel(null)
    }
    addEventListener('keydown', dismiss, { capture: true })
    addEventListener('pointerdown', dismiss)
    return () => {
      removeEventListener('keydown', dismiss, { capture: true })
      removeEventListener('pointerdown', dismiss)
    }
  }, [label])
  return {
    on: {
      ref: target,
      onPointerEnter: open,
      onPointerLeave: (event: PointerEvent) => event.pointerType !== 'touch' && close(), // a finger leaves when it is lifted
      onFocus: open,
      onBlur: close,
    },
    shown: label !== null && <Tooltip opened target={target} label={label} multiline maw={420} />,
  }
}
