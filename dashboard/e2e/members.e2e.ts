import { expect, inject, it } from 'vitest'
import { Api, sql } from './api'
import { api, look, signedIn, useBrowser } from './browser'
import { linkTo } from './mail'
import { newEmail, newPerson } from './people'

useBrowser()
const dev = inject('dev')

const members = (slug: string) => `/w/${slug}/settings/members`

it('invites somebody, again, and cancels the invitation', async () => {
  const { slug } = await api().newWorkspace('Inviting')
  const { page, wrong } = await signedIn('/')
  await page.getByRole('heading', { name: 'Public API' }).waitFor()
  await page.goto(`/w/${slug}/settings/workspace`)
  await page.getByRole('link', { name: 'Members' }).click()
  await page.getByRole('heading', { name: 'Nobody is invited' }).waitFor()
  await look(page, 'members-alone')
  await page.getByRole('button', { name: 'Invite somebody' }).first().click()
  const form = page.getByRole('dialog', { name: 'Invite somebody' })
  await form.getByLabel('E-mail address').fill('no address')
  await form.getByRole('button', { name: 'Invite', exact: true }).click()
  await form.locator('[class*="InputWrapper-error"]').waitFor()
  const email = newEmail('Grace')
  await form.getByLabel('E-mail address').fill(email)
  await form.getByRole('radio', { name: 'Admin' }).check()
  await look(page, 'invite')
  await form.getByRole('button', { name: 'Invite', exact: true }).click()
  await page.getByText(`${email} is invited. The mail is on its way.`).waitFor()
  const first = await linkTo(dev, email, 'You are invited')
  const row = page.getByRole('row').filter({ hasText: email })
  await row.getByText(/ago|just now/).first().waitFor()
  expect(await row.textContent()).toContain('Admin')

  await row.getByRole('button', { name: `Invite again: ${email}` }).click()
  await page.getByText(`${email} is invited again.`).waitFor()
  await expect.poll(() => linkTo(dev, email, 'You are invited')).not.toBe(first)
  await look(page, 'members-invited')
  await page.getByRole('row').filter({ hasText: email }).getByRole('button', { name: /^Cancel the invitation/ }).click()
  await page.getByText(`${email} is not invited any more.`).waitFor()
  await page.getByRole('heading', { name: 'Nobody is invited' }).waitFor()
  expect(wrong).toEqual([])
})

it('does not invite whom the workspace has already', async () => {
  const { id, slug } = await api().newWorkspace('Having')
  const email = newPerson(dev, 'Grace', { workspaceId: id, role: 'VIEWER' })
  const { page } = await signedIn(members(slug))
  await page.getByRole('button', { name: 'Invite somebody' }).first().click()
  const form = page.getByRole('dialog', { name: 'Invite somebody' })
  await form.getByLabel('E-mail address').fill(email)
  await form.getByRole('button', { name: 'Invite', exact: true }).click()
  await form.getByText(/member already/).waitFor()
})

it('finds people among many, changes a role and removes somebody', async () => {
  const { id, slug } = await api().newWorkspace('Crowd')
  sql(dev, crowd(id))
  const grace = newPerson(dev, 'Grace Hopper', { workspaceId: id, role: 'DEVELOPER' })
  const { page, wrong } = await signedIn(members(slug))
  await page.getByText('1–25 of 32 members').waitFor()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByText('26–32 of 32 members').waitFor()
  await page.getByRole('button', { name: 'Previous' }).click()
  await page.getByRole('button', { name: 'E-mail address' }).click()
  await page.getByRole('columnheader', { name: 'E-mail address' }).and(page.locator('[aria-sort="ascending"]')).waitFor()
  await look(page, 'members')

  await page.getByRole('textbox', { name: /^Search/ }).fill('grace')
  await page.getByText('1 member', { exact: true }).waitFor()
  await page.waitForURL((url) => url.searchParams.get('search') === 'grace')
  const row = page.getByRole('row').filter({ hasText: grace })
  await row.getByRole('button', { name: 'What can be done about Grace Hopper' }).click()
  await page.getByRole('menuitem', { name: 'Change the role…' }).click()
  const form = page.getByRole('dialog', { name: 'Change the role of Grace Hopper' })
  await form.getByRole('radio', { name: 'Owner' }).check()
  await form.getByText('can also change and remove you').waitFor()
  await form.getByRole('radio', { name: 'Viewer' }).check()
  await look(page, 'member-role')
  sql(dev, `BEGIN; SET LOCAL latchkey.workspace_id = '${id}'; UPDATE latchkey.member SET role = 'ADMIN', version = version + 1 WHERE person_id = (SELECT id FROM latchkey.person WHERE email = '${grace}'); COMMIT`)
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByText('Grace Hopper is an admin by now').waitFor()
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Grace Hopper is a viewer now.').waitFor()

  await row.getByRole('button', { name: 'What can be done about Grace Hopper' }).click()
  await page.getByRole('menuitem', { name: 'Remove…' }).click()
  const sure = page.getByRole('dialog', { name: 'Remove Grace Hopper?' })
  await sure.getByText('They have created no keys.').waitFor()
  await look(page, 'member-remove')
  await sure.getByRole('button', { name: 'Remove' }).click()
  await page.getByText('Grace Hopper was removed from Crowd.').waitFor()
  await page.getByRole('heading', { name: 'Nobody matches' }).waitFor()
  await look(page, 'members-none')
  await page.getByRole('button', { name: 'Show all members' }).click()
  await page.getByText('1–25 of 31 members').waitFor()
  expect(wrong).toEqual([])
})

it('keeps the last owner, and says why', async () => {
  const { slug } = await api().newWorkspace('Last')
  const { page, wrong } = await signedIn(members(slug))
  await page.getByRole('button', { name: /^What can be done about/ }).click()
  await page.getByRole('menuitem', { name: 'Leave…' }).click()
  const sure = page.getByRole('dialog', { name: 'Leave Last?' })
  await sure.getByRole('button', { name: 'Leave' }).click()
  await sure.getByRole('alert').waitFor()
  await look(page, 'leave-last')
  await sure.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: /^What can be done about/ }).click()
  await page.getByRole('menuitem', { name: 'Change the role…' }).click()
  const form = page.getByRole('dialog', { name: 'Change your role' })
  await form.getByRole('radio', { name: 'Admin' }).check()
  await form.getByText('You give it up at once.').waitFor()
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByRole('alert').waitFor()
  expect(wrong).toEqual([])
})

it('shows admins what only owners do, and asks who it is before it invites', async () => {
  const { id, slug } = await api().newWorkspace('Admins')
  const email = newPerson(dev, 'Grace', { workspaceId: id, role: 'ADMIN' })
  const { page, wrong } = await signedIn(members(slug), await Api.signIn(dev, email))
  await page.getByRole('row').filter({ hasText: dev.email }).getByRole('img', { name: 'Only owners change owners' }).waitFor()
  await look(page, 'members-admin')
  await page.getByRole('button', { name: 'Invite somebody' }).first().click()
  const form = page.getByRole('dialog', { name: 'Invite somebody' })
  expect(await form.getByRole('radio', { name: 'Owner' }).isDisabled()).toBe(true)
  await form.getByText('Only owners make owners.').waitFor()
  sql(dev, `UPDATE latchkey.session SET authenticated_at = authenticated_at - interval '1 hour' WHERE person_id = (SELECT id FROM latchkey.person WHERE email = '${email}')`)
  await form.getByLabel('E-mail address').fill(newEmail('Ida'))
  await form.getByRole('button', { name: 'Invite', exact: true }).click()
  const confirm = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await confirm.getByLabel(/^Password/).fill(dev.password)
  await confirm.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText(/is invited. The mail is on its way./).waitFor()
  expect(wrong).toEqual([])
})

it('tells others who looks after the members, and lets them leave', async () => {
  const { id, slug } = await api().newWorkspace('Leaving')
  const email = newPerson(dev, 'Grace', { workspaceId: id, role: 'DEVELOPER' })
  const { page, wrong } = await signedIn(members(slug), await Api.signIn(dev, email))
  await page.getByText('Admins and owners look after the members').waitFor()
  expect(await page.getByRole('button', { name: 'Invite somebody' }).count()).toBe(0)
  await look(page, 'members-developer')
  await page.getByRole('button', { name: 'Leave…' }).click()
  await page.getByRole('dialog', { name: 'Leave Leaving?' }).getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('heading', { name: 'No workspace yet' }).waitFor()
  await look(page, 'no-workspace')
  expect(wrong).toEqual([])
})

it('says that the list could not be read, and tries again', async () => {
  const { slug } = await api().newWorkspace('Unread')
  const { page } = await signedIn(`/w/${slug}/settings/workspace`)
  await page.getByRole('link', { name: 'Members' }).waitFor()
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('query Members') ? route.fulfill({ status: 200, contentType: 'application/json', body: '{"errors":[{"message":"The query is too complex.","extensions":{"code":"QUERY_TOO_COMPLEX"}}]}' }) : route.continue(),
  )
  await page.getByRole('link', { name: 'Members' }).click()
  await page.getByText('This could not be loaded').waitFor()
  await page.unroute('**/graphql')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('1 member', { exact: true }).waitFor()
})

// crowd makes thirty members, whose names and addresses are as long and as different as people's.
const crowd = (workspaceId: string): string => `BEGIN; SET LOCAL latchkey.workspace_id = '${workspaceId}';
WITH people AS (
  INSERT INTO latchkey.person (id, email, email_key, name, password_hash)
  SELECT gen_random_uuid(), e, e, n, '' FROM (
    SELECT lower(replace(f || '.' || l, ' ', '-')) || i || '-' || left('${workspaceId}', 6) || CASE WHEN i = 7 THEN '@a-department-with-a-very-long-name.example.com' ELSE '@example.com' END AS e, f || ' ' || l AS n
      FROM (SELECT i, (ARRAY['Ada','Barbara','Chiara Annunziata','Dorothy','Edith','Fei-Fei'])[1 + i % 6] AS f, (ARRAY['Lovelace','Liskov','Vaughan-Nightingale of Kingston','Noether','Clarke'])[1 + i % 5] AS l FROM generate_series(1, 30) i) named
  ) p RETURNING id)
INSERT INTO latchkey.member (workspace_id, id, person_id, role, created_at)
SELECT '${workspaceId}', gen_random_uuid(), id, (ARRAY['ADMIN','DEVELOPER','DEVELOPER','VIEWER'])[1 + row_number() OVER () % 4], now() - row_number() OVER () * interval '9 days' FROM people; COMMIT`
