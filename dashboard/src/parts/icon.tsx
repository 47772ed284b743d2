// Our icons: strokes of one width on a grid of 24, in the colour of the text beside them.
const paths = {
  key: 'M14.5 9.5 21 3m-3.5 3.5 2.5 2.5M15 14.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0Z',
  plus: 'M12 5v14M5 12h14',
  search: 'm20 20-4.3-4.3M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  done: 'm5 12.5 4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6 6 18',
  up: 'm6 15 6-6 6 6',
  down: 'm6 9 6 6 6-6',
  left: 'm15 6-6 6 6 6',
  right: 'm9 6 6 6-6 6',
  order: 'm8 9 4-4 4 4M8 15l4 4 4-4',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  edit: 'M4 20h4L19 9l-4-4L4 16v4ZM13.5 6.5l4 4',
  rotate: 'M20 11a8 8 0 0 0-14.5-3.5L4 9m0-5v5h5M4 13a8 8 0 0 0 14.5 3.5L20 15m0 5v-5h-5',
  pause: 'M9 5v14M15 5v14',
  play: 'M7 5v14l11-7L7 5Z',
  stop: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM5.7 5.7l12.6 12.6',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z',
  write: 'M12 4v11m0 0-4-4m4 4 4-4M5 19h14',
  all: 'M12 3 4 6v6c0 5 3.5 8 8 9 4.5-1 8-4 8-9V6l-8-3Z',
  shield: 'M12 3 4 6v6c0 5 3.5 8 8 9 4.5-1 8-4 8-9V6l-8-3Zm-3.5 9 2.5 2.5 4.5-5',
  info: 'M12 11v5m0-8.5v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  warn: 'M12 9v4.5m0 3v.01M10.3 4 2.5 17.5A2 2 0 0 0 4.2 20.5h15.6a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0Z',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  trash: 'M4 7h16M9 7V4h6v3m-8 0 1 13h8l1-13',
  sun: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM12 2v2m0 16v2M2 12h2m16 0h2M4.9 4.9l1.4 1.4m11.4 11.4 1.4 1.4m0-14.2-1.4 1.4M6.3 17.7l-1.4 1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z',
  screen: 'M3 5h18v11H3zM9 20h6m-3-4v4',
  leave: 'M14 4h5v16h-5M4 12h11m-4-4 4 4-4 4',
  code: 'm8 7-5 5 5 5m8-10 5 5-5 5',
  building: 'M5 20V5l7-2v17m0-11h7v11M3 20h18M8 8h1m-1 4h1m-1 4h1m6-3h1m-1 4h1',
  person: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM4.5 20c.6-4.2 3.6-6.5 7.5-6.5s6.9 2.3 7.5 6.5',
  people: 'M12 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM2 19.5c.5-4 3-6 6.5-6s6 2 6.5 6M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14c2 .8 3.3 2.6 3.7 5.5',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
} as const

export type IconName = keyof typeof paths

interface Props {
  name: IconName
  size?: number // px
}

// Icon is decoration: what it means stands in words beside it, or in its control's label.
export function Icon({ name, size = 16 }: Props) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
