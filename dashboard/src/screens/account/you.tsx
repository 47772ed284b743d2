import type { AccountQuery } from '@/api/gen/graphql'
import { Facts } from '@/parts/facts'
import { Panel } from '@/parts/panel'

// You is how others know the person.
export function You({ me }: { me: NonNullable<AccountQuery['me']> }) {
  return (
    <Panel title="You">
      <Facts
        facts={[
          ['Name', me.name],
          ['E-mail address', me.email],
        ]}
      />
    </Panel>
  )
}
