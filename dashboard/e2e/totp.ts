import { createHmac } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

// totp is the six digits that an authenticator app with a secret (base32) shows, so many steps of 30 s from now.
export function totp(secret: string, steps = 0): string {
  const bits = [...secret.toUpperCase()].flatMap((letter) => {
    const value = alphabet.indexOf(letter)
    return value < 0 ? [] : [value.toString(2).padStart(5, '0')]
  })
  const bytes = (bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const at = (mac[19] ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
