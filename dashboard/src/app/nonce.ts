import { setNonce } from 'get-nonce'

// pageNonce is what style elements must carry for the page's Content-Security-Policy to accept
// them. Browsers hide it from the attribute, so that a stylesheet cannot read it.
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

// The styles that keep the page still behind a dialog are added by a library that asks here.
setNonce(pageNonce())
