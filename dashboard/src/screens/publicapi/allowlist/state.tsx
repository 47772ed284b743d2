import { Notice } from '@/parts/notice'

interface Props {
  active: boolean
  count: number
}

// State says in words whether the list is on, and what that means.
export function State({ active, count }: Props) {
  if (!active) {
    return (
      <Notice tone="warn" title="IP Whitelisting is off">
        Every address may use this workspace’s keys. Adding the first address turns the list on, for all keys at once.
      </Notice>
    )
  }
  return (
    <Notice tone="good" title="IP Whitelisting is on">
      Only {count === 1 ? 'the one address or range' : `the ${count.toLocaleString('en')} addresses and ranges`} below may use this workspace’s
      keys. Requests from anywhere else are refused. An entry that has expired lets nobody through, and keeps the list on.
    </Notice>
  )
}
