/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Me {\n  me {\n    id\n    email\n    name\n    isStaff\n    memberships {\n      role\n      workspace {\n        id\n        slug\n        name\n        timeZone\n        viewerMay\n      }\n    }\n  }\n}\n\nmutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    me {\n      id\n    }\n    userErrors {\n      ...Wrong\n    }\n  }\n}\n\nmutation Reauthenticate($input: ReauthenticateInput!) {\n  reauthenticate(input: $input) {\n    userErrors {\n      ...Wrong\n    }\n  }\n}\n\nmutation SignOut {\n  signOut {\n    userErrors {\n      ...Wrong\n    }\n  }\n}\n\nfragment Wrong on UserError {\n  code\n  message\n  field\n}": typeof types.MeDocument,
    "query ApiKeys($workspace: ID!, $first: Int!, $after: String, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder) {\n  workspace(id: $workspace) {\n    apiKeys(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          ...KeyLine\n        }\n      }\n    }\n  }\n}\n\nfragment KeyLine on ApiKey {\n  id\n  name\n  scope\n  status\n  hint\n  expiresOn\n  createdBy {\n    kind\n    label\n  }\n  lastUse {\n    at\n    clientIp\n    userAgent\n    operation\n  }\n}": typeof types.ApiKeysDocument,
    "mutation CreateApiKey($input: CreateApiKeyInput!) {\n  createApiKey(input: $input) {\n    secret\n    apiKey {\n      id\n      name\n      scope\n    }\n    propagation {\n      ...Spread\n    }\n    userErrors {\n      ...Wrong\n    }\n  }\n}\n\nquery KeyRules($workspace: ID!) {\n  workspace(id: $workspace) {\n    longestLifetimeDays\n    apiUrl\n  }\n}\n\nfragment Spread on Propagation {\n  nodes\n  waitedMs\n  complete\n}": typeof types.CreateApiKeyDocument,
};
const documents: Documents = {
    "query Me {\n  me {\n    id\n    email\n    name\n    isStaff\n    memberships {\n      role\n      workspace {\n        id\n        slug\n        name\n        timeZone\n        viewerMay\n      }\n    }\n  }\n}\n\nmutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    me {\n      id\n    }\n    userErrors {\n      ...Wrong\n    }\n  }\n}\n\nmutation Reauthenticate($input: ReauthenticateInput!) {\n  reauthenticate(input: $input) {\n    userErrors {\n      ...Wrong\n    }\n  }\n}\n\nmutation SignOut {\n  signOut {\n    userErrors {\n      ...Wrong\n    }\n  }\n}\n\nfragment Wrong on UserError {\n  code\n  message\n  field\n}": types.MeDocument,
    "query ApiKeys($workspace: ID!, $first: Int!, $after: String, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder) {\n  workspace(id: $workspace) {\n    apiKeys(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          ...KeyLine\n        }\n      }\n    }\n  }\n}\n\nfragment KeyLine on ApiKey {\n  id\n  name\n  scope\n  status\n  hint\n  expiresOn\n  createdBy {\n    kind\n    label\n  }\n  lastUse {\n    at\n    clientIp\n    userAgent\n    operation\n  }\n}": types.ApiKeysDocument,
    "mutation CreateApiKey($input: CreateApiKeyInput!) {\n  createApiKey(input: $input) {\n    secret\n    apiKey {\n      id\n      name\n      scope\n    }\n    propagation {\n      ...Spread\n    }\n    userErrors {\n      ...Wrong\n    }\n  }\n}\n\nquery KeyRules($workspace: ID!) {\n  workspace(id: $workspace) {\n    longestLifetimeDays\n    apiUrl\n  }\n}\n\nfragment Spread on Propagation {\n  nodes\n  waitedMs\n  complete\n}": types.CreateApiKeyDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Me {\n  me {\n    id\n    email\n    name\n    isStaff\n    memberships {\n      role\n      workspace {\n        id\n        slug\n        name\n        timeZone\n        viewerMay\n      }\n    }\n  }\n}\n\nmutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    me {\n      id\n    }\n    userErrors {\n      ...Wrong\n    }\n  }\n}\n\nmutation Reauthenticate($input: ReauthenticateInput!) {\n  reauthenticate(input: $input) {\n    userErrors {\n      ...Wrong\n    }\n  }\n}\n\nmutation SignOut {\n  signOut {\n    userErrors {\n      ...Wrong\n    }\n  }\n}\n\nfragment Wrong on UserError {\n  code\n  message\n  field\n}"): typeof import('./graphql').MeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ApiKeys($workspace: ID!, $first: Int!, $after: String, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder) {\n  workspace(id: $workspace) {\n    apiKeys(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          ...KeyLine\n        }\n      }\n    }\n  }\n}\n\nfragment KeyLine on ApiKey {\n  id\n  name\n  scope\n  status\n  hint\n  expiresOn\n  createdBy {\n    kind\n    label\n  }\n  lastUse {\n    at\n    clientIp\n    userAgent\n    operation\n  }\n}"): typeof import('./graphql').ApiKeysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateApiKey($input: CreateApiKeyInput!) {\n  createApiKey(input: $input) {\n    secret\n    apiKey {\n      id\n      name\n      scope\n    }\n    propagation {\n      ...Spread\n    }\n    userErrors {\n      ...Wrong\n    }\n  }\n}\n\nquery KeyRules($workspace: ID!) {\n  workspace(id: $workspace) {\n    longestLifetimeDays\n    apiUrl\n  }\n}\n\nfragment Spread on Propagation {\n  nodes\n  waitedMs\n  complete\n}"): typeof import('./graphql').CreateApiKeyDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
