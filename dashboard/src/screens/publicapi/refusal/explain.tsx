export default function Explain(_: { id?: string }) { return null }
