// The addresses of the screens. Filters and pages of lists are in the query.
const settings = (slug: string) => `/w/${encodeURIComponent(slug)}/settings`

export const paths = {
  support: '/support',
  publicApi: (slug: string) => `${settings(slug)}/public-api`,
  newKey: (slug: string) => `${settings(slug)}/public-api/new`,
  key: (slug: string, id: string) => `${settings(slug)}/public-api/keys/${encodeURIComponent(id)}`,
  usage: (slug: string) => `${settings(slug)}/public-api/usage`,
  allowlist: (slug: string) => `${settings(slug)}/public-api/ip-whitelisting`,
  refusal: (slug: string) => `${settings(slug)}/public-api/explain`,
  workspace: (slug: string) => `${settings(slug)}/workspace`,
  security: (slug: string) => `${settings(slug)}/security`,
  members: (slug: string) => `${settings(slug)}/members`,
  audit: (slug: string) => `${settings(slug)}/audit`,
  auditOf: (slug: string, id: string) => `${settings(slug)}/audit?target=${encodeURIComponent(id)}`,
  account: '/account',
  newWorkspace: '/new-workspace',
  signUp: '/sign-up',
  // Mails lead to these; what a link is good for stands behind its #.
  invitation: '/invitation',
  confirmSignUp: '/confirm-sign-up',
  confirmEmail: '/confirm-email',
  resetPassword: '/reset-password', // without a token, such a link is asked for
}
