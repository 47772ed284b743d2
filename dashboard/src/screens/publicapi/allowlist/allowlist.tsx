export default function Allowlist(_: { id?: string }) { return null }
