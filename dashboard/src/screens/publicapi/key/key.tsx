export default function Key(_: { id?: string }) { return null }
