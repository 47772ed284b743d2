import type { MemberFilter, MemberOrderField, Role } from '@/api/gen/graphql'
import { roles } from '@/app/roles'
import type { Sort } from '@/parts/table'

// Narrowing is which members are shown, and in which order. It is in the address, so that it can be kept and sent.
export interface Narrowing {
  search: string
  role: Role | null
  sort: Sort<MemberOrderField>
}

export const byName: Sort<MemberOrderField> = { field: 'NAME', direction: 'ASC' }

const fields: MemberOrderField[] = ['NAME', 'EMAIL', 'JOINED_AT']

// fromQuery reads the address; what it does not know is left out.
export function fromQuery(query: URLSearchParams): Narrowing {
  const [by, way] = (query.get('sort') ?? '').split('.')
  const field = fields.find((one) => one === by)
  const direction = (['ASC', 'DESC'] as const).find((one) => one === way)
  return {
    search: query.get('search') ?? '',
    role: roles.find((role) => role === query.get('role')) ?? null,
    sort: field && direction ? { field, direction } : byName,
  }
}

// toQuery writes the address.
export function toQuery({ search, role, sort }: Narrowing): string {
  const query = new URLSearchParams()
  if (search) query.set('search', search)
  if (role) query.set('role', role)
  if (sort.field !== byName.field || sort.direction !== byName.direction) query.set('sort', `${sort.field}.${sort.direction}`)
  return query.toString()
}

// toFilter is the narrowing as the API takes it.
export const toFilter = ({ search, role }: Narrowing): MemberFilter => ({ search: search.trim() || null, role })

// narrowed says whether some are left out.
export const narrowed = ({ search, role }: Narrowing): boolean => Boolean(search.trim() || role)
