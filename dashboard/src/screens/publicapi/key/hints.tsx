import { Button } from '@mantine/core'
import type { KeyFullFragment, KeyHintCode } from '@/api/gen/graphql'
import { Notice } from '@/parts/notice'
import type { Tone } from '@/parts/tone'
import type { Doing } from './actions'

// What each hint is about, and what is usually done about it.
const about: Record<KeyHintCode, { tone: Tone; title: string; doing: Doing; label: string }> = {
  USED_FROM_BROWSER: { tone: 'bad', title: 'Used from a browser', doing: 'rotate', label: 'Rotate' },
  MANY_ADDRESSES: { tone: 'warn', title: 'Used from many addresses', doing: 'rotate', label: 'Rotate' },
  EXPIRES_SOON: { tone: 'warn', title: 'Expires soon', doing: 'edit', label: 'Choose a later day' },
  ALL_ONLY_READS: { tone: 'info', title: 'May do more than it does', doing: 'edit', label: 'Change the scope' },
  UNUSED_30_DAYS: { tone: 'info', title: 'Unused', doing: 'revoke', label: 'Revoke' },
}

interface Props {
  apiKey: KeyFullFragment
  start?: (doing: Doing) => void // left out for who may not change keys
}

// Hints are what stands out about a key, the gravest first.
export function Hints({ apiKey, start }: Props) {
  const order = Object.keys(about)
  const hints = [...apiKey.hints].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
  return hints.map(({ code, sentence }) => {
    const { tone, title, doing, label } = about[code]
    const action = start && (doing !== 'rotate' || !apiKey.rotation) && (
      <Button size="xs" variant="default" onClick={() => start(doing)}>
        {label}
      </Button>
    )
    return (
      <Notice key={code} tone={tone} title={title} action={action}>
        {sentence}
      </Notice>
    )
  })
}
