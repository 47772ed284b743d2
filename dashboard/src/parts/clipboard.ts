// copy puts text on the clipboard, and says whether it got there. Over plain HTTP browsers have no
// clipboard for pages; there the person has to copy by hand.
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
