import type { ApiKeyScope } from '@/api/gen/graphql'
import { type Card, Cards } from '@/parts/cards'
import { scopes } from '../words'

const cards: Card<ApiKeyScope>[] = (Object.keys(scopes) as ApiKeyScope[]).map((value) => ({
  value,
  label: scopes[value].label,
  about: scopes[value].can,
  icon: scopes[value].icon,
}))

interface Props {
  value: ApiKeyScope
  onChange: (scope: ApiKeyScope) => void
  error?: string
}

// ScopeCards is the choice of a key's scope.
export function ScopeCards(props: Props) {
  return <Cards label="Scope" cards={cards} {...props} />
}
