import { expect, it } from 'vitest'
import { ApiKeyDocument, ApiKeysDocument, AllowlistDocument, AuditActionsDocument, AuditLogDocument, KeySeriesDocument, MeDocument } from './gen/graphql'
import { type Change, touches } from './touched'

const one = { workspace: 'w', id: 'key_1' }

it.each<[string, Change, { toString(): string }, object, boolean]>([
  ['a key: the list', { kind: 'API_KEYS', apiKeyId: 'key_2' }, ApiKeysDocument, { workspace: 'w' }, true],
  ['a key: its own page', { kind: 'API_KEYS', apiKeyId: 'key_1' }, ApiKeyDocument, one, true],
  ['a key: another’s page', { kind: 'API_KEYS', apiKeyId: 'key_2' }, ApiKeyDocument, one, false],
  ['several keys: each page', { kind: 'API_KEYS', apiKeyId: null }, ApiKeyDocument, one, true],
  ['a key: not the allowlist', { kind: 'API_KEYS', apiKeyId: 'key_1' }, AllowlistDocument, { workspace: 'w' }, false],
  ['usage: the chart', { kind: 'USAGE', apiKeyId: null }, KeySeriesDocument, one, true],
  ['usage: when keys were last used', { kind: 'USAGE', apiKeyId: null }, ApiKeysDocument, {}, true],
  ['usage: not the audit log', { kind: 'USAGE', apiKeyId: null }, AuditLogDocument, {}, false],
  ['the audit: its log', { kind: 'AUDIT', apiKeyId: null }, AuditLogDocument, {}, true],
  ['the audit: not the names of actions', { kind: 'AUDIT', apiKeyId: null }, AuditActionsDocument, {}, false],
  ['members: who the person is', { kind: 'MEMBERS', apiKeyId: null }, MeDocument, {}, true],
  ['the workspace: all of it', { kind: 'WORKSPACE', apiKeyId: null }, AllowlistDocument, {}, true],
  ['everything: everything', { kind: 'EVERYTHING', apiKeyId: null }, AuditActionsDocument, {}, true],
])('a change of %s', (_, change, document, variables, stale) => expect(touches(change, document.toString(), variables)).toBe(stale))
