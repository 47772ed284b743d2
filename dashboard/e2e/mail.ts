import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Dev } from './server'

// linkTo is the link in the latest mail to somebody whose subject has these words. `latchkey dev` prints its mails.
export async function linkTo(dev: Dev, recipient: string, subject: string): Promise<string> {
  let link: string | undefined
  await expect
    .poll(
      () => {
        const mails = readFileSync(dev.output, 'utf8').split('  Mail to ').slice(1)
        const mail = mails.findLast((text) => text.startsWith(`${recipient}: `) && (text.split('\n')[0] ?? '').includes(subject))
        link = mail && /^ {4}(http\S+)\n/m.exec(mail)?.[1]
        return link
      },
      { interval: 50 },
    )
    .toBeTruthy()
  return link ?? ''
}
