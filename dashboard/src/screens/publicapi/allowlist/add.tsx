import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useSearch } from 'wouter'
import { Icon } from '@/parts/icon'
import { Panel } from '@/parts/panel'
import { AddDialog } from './adddialog'
import { Expiry, never, type Until } from './expiry'
import { type NewEntry, pasted } from './pasted'

interface Props {
  active: boolean
  mine: string | null // the viewer's own address
}

// AddPanel takes one address or a whole list, and leads to what adding it would mean. A link may
// bring an address: ?add=203.0.113.7.
export function AddPanel({ active, mine }: Props) {
  const brought = new URLSearchParams(useSearch()).get('add') ?? ''
  const [text, setText] = useState(brought)
  const [note, setNote] = useState('')
  const [until, setUntil] = useState<Until>(never)
  const [entries, setEntries] = useState<NewEntry[] | null>(null)
  const [empty, setEmpty] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = pasted(text).map((entry) => ({ ...entry, note: entry.note || note.trim() }))
    setEmpty(read.length === 0)
    if (read.length > 0) setEntries(read)
  }
  const saved = () => {
    setEntries(null)
    setText('')
    setNote('')
    setUntil(never)
  }
  return (
    <Panel title="Add addresses" about="You see what the change means for your programs before anything is saved.">
      <form onSubmit={submit}>
        <Stack>
          <Textarea
            label="Addresses or ranges"
            description="One per line, each followed by a note if you like."
            placeholder={'203.0.113.7 Office in Warsaw\n2001:db8:40::/48 Data centre'}
            autosize
            minRows={2}
            maxRows={10}
            value={text}
            spellCheck={false}
            onChange={(event) => setText(event.currentTarget.value)}
            error={empty && 'Enter an address, such as 203.0.113.7, or a range, such as 203.0.113.0/24.'}
          />
          <Group align="flex-start" grow preventGrowOverflow={false}>
            <TextInput label="Note for lines without one" maxLength={200} value={note} onChange={(event) => setNote(event.currentTarget.value)} miw={220} />
            <Expiry until={until} onChange={setUntil} />
          </Group>
          <Group justify="space-between">
            {mine ? (
              <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setText(withLine(text, `${mine} My address`))}>
                Add my address ({mine})
              </Button>
            ) : (
              <Text size="sm" c="dimmed">
                Your own address could not be established.
              </Text>
            )}
            <Button type="submit">See what it means</Button>
          </Group>
        </Stack>
      </form>
      {entries && <AddDialog first={!active} entries={entries} until={until} change={setEntries} saved={saved} close={() => setEntries(null)} />}
    </Panel>
  )
}

const withLine = (text: string, line: string): string => (text.includes(line) ? text : [text.trimEnd(), line].filter(Boolean).join('\n'))
