import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { sql } from './api'
import { api, look, open, signIn, useBrowser } from './browser'
import { linkTo } from './mail'
import { become } from './provider'
import { newEmail, newPerson } from './people'
import { totp } from './totp'

useBrowser()
const dev = inject('dev')
const { corp, club } = inject('issuers')

// ours are complaints about anything but the way to a provider and back.
const ours = (wrong: string[]) => wrong.filter((line) => !line.startsWith(`request: ${corp}/`) && !line.startsWith(`request: ${club}/`))

const signOut = async (page: Page) => {
  await page.getByRole('button', { name: /^Signed in as:/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
}

it('links an account elsewhere, signs in with it, second factor and all, and unlinks it', async () => {
  const { id, slug } = await api().newWorkspace('Elsewhere')
  const email = newPerson(dev, 'Grace', { workspaceId: id, role: 'VIEWER' })
  const account = `grace-${randomUUID().slice(0, 6)}@corp.example`
  await become(corp, { subject: randomUUID(), email: account, name: 'Grace' })
  const { page, wrong } = await open()
  await page.goto('/account')
  await page.getByRole('link', { name: 'Sign in with Example Corp' }).waitFor()
  await look(page, 'sign-in-providers')
  await signIn(page, dev.password, email)
  await page.getByRole('button', { name: 'Link an account at Example Corp' }).click()
  const line = page.getByRole('listitem').filter({ hasText: account })
  await line.waitFor()
  expect(new URL(page.url()).pathname).toBe('/account')
  await line.scrollIntoViewIfNeeded()
  await look(page, 'account-linked')

  await signOut(page)
  await page.goto(`/w/${slug}/settings/public-api/ip-whitelisting`)
  await page.getByRole('link', { name: 'Sign in with Example Corp' }).click()
  await page.getByText('IP Whitelisting is off').waitFor()
  expect(new URL(page.url()).pathname).toBe(`/w/${slug}/settings/public-api/ip-whitelisting`)

  await page.goto('/account')
  await page.getByRole('button', { name: 'Add an authenticator app' }).click()
  const form = page.getByRole('dialog', { name: 'Add an authenticator app' })
  const secret = (await form.locator('code').textContent()) ?? ''
  await form.getByLabel(/^Code/).fill(totp(secret))
  await form.getByRole('button', { name: 'Turn it on' }).click()
  await page.getByRole('dialog', { name: 'Your recovery codes' }).getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'I have stored them' }).click()
  await signOut(page)
  await page.getByRole('link', { name: 'Sign in with Example Corp' }).click()
  await page.getByRole('heading', { name: 'Second step' }).waitFor()
  await page.getByLabel('Code').fill(totp(secret, 1))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor()

  await page.getByRole('button', { name: `Unlink ${account}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Unlink' }).click()
  await page.getByText(`${account} is unlinked.`).waitFor()
  await page.getByRole('button', { name: 'Link an account at Example Corp' }).waitFor()
  expect(ours(wrong)).toEqual([])
})

it('signs somebody up by a provider, who has no password, and keeps their last way in', async () => {
  const email = newEmail('Nina')
  await become(club, { subject: randomUUID(), email, name: 'Nina Simone' })
  const { page, wrong } = await open()
  await page.goto('/sign-up')
  await page.getByRole('link', { name: 'Sign up with The Club' }).click()
  await page.getByRole('heading', { name: 'No workspace yet' }).waitFor()
  await look(page, 'no-workspace')
  await page.getByRole('link', { name: 'Your account' }).click()
  await page.getByRole('button', { name: `Unlink ${email}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Unlink' }).click()
  await page.getByText('You could not sign in any more.').waitFor()
  await look(page, 'unlink-last')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()

  sql(dev, `UPDATE latchkey.session SET authenticated_at = authenticated_at - interval '1 hour' WHERE person_id = (SELECT id FROM latchkey.person WHERE email = '${email}')`)
  await page.getByRole('button', { name: 'Add an authenticator app' }).click()
  const confirm = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await confirm.getByRole('link', { name: 'Confirm with The Club' }).waitFor()
  await look(page, 'confirm-provider')
  await confirm.getByRole('link', { name: 'Confirm with The Club' }).click()
  await confirm.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Add an authenticator app' }).click()
  await page.getByRole('dialog', { name: 'Add an authenticator app' }).waitFor()
  expect(ours(wrong)).toEqual([])
})

it('accepts an invitation with a provider, and no password', async () => {
  const { id, slug } = await api().newWorkspace('Joining')
  const email = newEmail('Mina')
  await api().ask('mutation ($i: InviteMemberInput!) { inviteMember(input: $i) { userErrors { message } } }', { i: { workspaceId: id, email, role: 'VIEWER' } })
  await become(corp, { subject: randomUUID(), email, name: 'Mina Rees' })
  const { page, wrong } = await open()
  await page.goto(await linkTo(dev, email, 'You are invited'))
  await page.getByRole('button', { name: 'Join with Example Corp' }).click()
  await page.waitForURL(`**/w/${slug}/settings/public-api`)
  await page.getByRole('button', { name: /^Signed in as: Mina Rees/ }).waitFor()
  expect(ours(wrong)).toEqual([])
})

it('signs nobody in with an account that nobody has linked, and says what to do', async () => {
  await become(corp, { subject: randomUUID(), email: dev.email, name: 'Not the owner' })
  const { page } = await open()
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in with Example Corp' }).click()
  await page.getByText('Nobody here has linked this account.').waitFor()
  await look(page, 'provider-refused')
  await page.getByRole('link', { name: 'Back to signing in' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})
