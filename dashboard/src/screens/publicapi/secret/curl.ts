// curl is a command line that tries a secret: a key of any scope may ask who it is.
export function curl(apiUrl: string | null, secret: string): string {
  return `curl -H 'Authorization: Token ${secret}' ${apiUrl ?? 'https://YOUR-API-HOST'}/api/public/me/`
}
