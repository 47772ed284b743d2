// NewEntry is an entry that is about to be added.
export interface NewEntry {
  range: string
  note: string
}

// pasted reads a list as people have it: one address or range a line, or several between commas, each
// with a note behind it if they like. Empty lines and lines that are a comment are left out. Whether an
// address is one is for the API to say.
export function pasted(text: string): NewEntry[] {
  return text
    .split(/\r?\n/)
    .flatMap((line) => (/^\s*[#;]/.test(line) ? [] : parts(line)))
    .filter((entry) => entry.range !== '')
}

function parts(line: string): NewEntry[] {
  const pieces = line.split(/[,;]/).map((piece) => piece.trim())
  if (pieces.length > 1 && pieces.every((piece) => piece === '' || looksLikeRange(piece))) {
    return pieces.map((range) => ({ range, note: '' }))
  }
  const [, range = '', note = ''] = /^\s*([^\s,;#]+)[\s,;#]*(.*?)\s*$/.exec(line) ?? []
  return [{ range, note }]
}

const looksLikeRange = (text: string): boolean => /^[0-9a-f.:]+(\/\d+)?$/i.test(text) && /[.:]/.test(text)
