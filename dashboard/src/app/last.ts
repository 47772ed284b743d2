const name = 'latchkey.workspace'

// lastSlug is the workspace that was looked at last in this browser. A browser may keep nothing.
export function lastSlug(): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

export function rememberSlug(slug: string): void {
  try {
    localStorage.setItem(name, slug)
  } catch {
    // Then the first workspace is shown next time.
  }
}
