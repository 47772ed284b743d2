import type { ApiKeyFilter, ApiKeyOrderField, ApiKeyScope, ApiKeyStatus } from '@/api/gen/graphql'
import type { Sort } from '@/parts/table'
import { addDays } from '@/parts/time'

// Special is what else keys can be narrowed to.
export type Special = 'mine' | 'soon' | 'unused'

// Narrowing is what the list shows, and how. It is in the address, so that it can be kept and sent.
export interface Narrowing {
  search: string
  status: ApiKeyStatus | null
  scope: ApiKeyScope | null
  special: Special | null
  sort: Sort<ApiKeyOrderField>
}

const soonDays = 14
const unusedMs = 30 * 86_400_000
export const newestFirst: Sort<ApiKeyOrderField> = { field: 'CREATED_AT', direction: 'DESC' }

const oneOf = <T extends string>(text: string | null, all: readonly T[]): T | null => all.find((one) => one === text) ?? null

// fromQuery reads the address; what it does not know is left out.
export function fromQuery(query: URLSearchParams): Narrowing {
  const [field, direction] = (query.get('sort') ?? '').split('.')
  const by = oneOf(field ?? null, ['CREATED_AT', 'NAME', 'EXPIRES_ON', 'LAST_USED_AT'] as const)
  const way = oneOf(direction ?? null, ['ASC', 'DESC'] as const)
  return {
    search: query.get('search') ?? '',
    status: oneOf(query.get('status'), ['ACTIVE', 'ROTATING', 'EXPIRED', 'DISABLED', 'REVOKED'] as const),
    scope: oneOf(query.get('scope'), ['READ_ONLY', 'WRITE_ONLY', 'ALL'] as const),
    special: oneOf(query.get('show'), ['mine', 'soon', 'unused'] as const),
    sort: by && way ? { field: by, direction: way } : newestFirst,
  }
}

// toQuery writes the address.
export function toQuery({ search, status, scope, special, sort }: Narrowing): string {
  const query = new URLSearchParams()
  if (search) query.set('search', search)
  if (status) query.set('status', status)
  if (scope) query.set('scope', scope)
  if (special) query.set('show', special)
  if (sort.field !== newestFirst.field || sort.direction !== newestFirst.direction) query.set('sort', `${sort.field}.${sort.direction}`)
  return query.toString()
}

// toFilter is the narrowing as the API takes it, for the person me on the day today.
export function toFilter(narrowing: Narrowing, me: string, today: string): ApiKeyFilter {
  const { search, status, scope, special } = narrowing
  return {
    search: search.trim() || null,
    scope,
    status: status ?? (special === 'soon' ? 'ACTIVE' : null),
    createdBy: special === 'mine' ? me : null,
    expiresBefore: special === 'soon' ? addDays(today, soonDays + 1) : null,
    unusedSince: special === 'unused' ? new Date(Date.parse(`${today}T00:00:00Z`) - unusedMs).toISOString() : null,
  }
}

// narrowed says whether the list shows less than everything.
export const narrowed = ({ search, status, scope, special }: Narrowing): boolean => Boolean(search.trim() || status || scope || special)
