// codeOf takes six digits for the app's code, and all else for a recovery code.
export function codeOf(text: string): { code: string } | { recoveryCode: string } {
  const digits = text.replace(/\s/g, '')
  return /^\d{6}$/.test(digits) ? { code: digits } : { recoveryCode: text.trim() }
}
