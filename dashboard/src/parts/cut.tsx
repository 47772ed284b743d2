import classes from './cut.module.css'
import { useHint } from './hint'

interface Props {
  children: string
  className?: string
}

// Cut is one line of text that ends in an ellipsis where there is no room, and shows all of
// itself on hover, focus or touch when it did.
export function Cut({ children, className = '' }: Props) {
  const hint = useHint<HTMLSpanElement>((text) => (text.scrollWidth > text.clientWidth ? children : null))
  return (
    <>
      <span className={`${classes.cut} ${className}`} {...hint.on}>
        {children}
      </span>
      {hint.shown}
    </>
  )
}
