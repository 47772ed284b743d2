#!/usr/bin/env bash
# The main job of Latchkey, against a running `make run`: issue keys, fence them,
# use them, revoke one, and see who did what. It stops at the first surprise, and
# then revokes its keys and removes its entries of the IP allowlist, which must be
# empty before.
#
#   examples/quickstart.sh [DIR]      DIR is the data directory of `latchkey dev`; .latchkey by default
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dir=${1:-${LATCHKEY_DATA_DIR:-$here/../.latchkey}}

for tool in curl jq; do
  command -v "$tool" >/dev/null || { echo "quickstart needs $tool: install the package $tool" >&2; exit 1; }
done
[[ -r $dir/dev.json ]] || { echo "$dir/dev.json is not there: start Latchkey with 'make run' first" >&2; exit 1; }

setting() { jq -er ".$1" "$dir/dev.json"; }
admin=$(setting adminURL) data=$(setting dataURL)/api/public workspace=$(setting workspaceId)
work=$(mktemp -d)
run=$(date +%s)-$$ # so that a second run finds its own contacts
patience=30        # seconds for one call
made=              # yes while there may be something to take back
trap 'if [[ $made ]]; then take_back; fi; rm -rf "$work"' EXIT

step() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
expect() { [[ $2 == "$3" ]] || fail "$1: got $2, want $3"; printf '   %-58s %s\n' "$1" "$2"; }

# gql QUERY VARIABLES: asks the admin plane, as the person who is signed in. The
# variables hold a password once, so they are no argument of a program either.
gql() {
  jq --arg q "$1" '{query: $q, variables: .}' <<<"${2:-null}" |
    curl -sS --max-time "$patience" -b "$work/cookies" -c "$work/cookies" -H 'Content-Type: application/json' -d @- "$admin/graphql" >"$work/answer" ||
    fail "the admin plane gave no answer"
  jq -e 'has("errors") | not' "$work/answer" >/dev/null || fail "GraphQL: $(jq -c .errors "$work/answer")"
  jq -e '[.. | .userErrors? // empty | .[]] == []' "$work/answer" >/dev/null || fail "GraphQL: $(jq -c '[.. | .userErrors? // empty]' "$work/answer")"
  cat "$work/answer"
}

# api SECRET METHOD PATH [BODY]: calls the data plane, in version 2; prints the status, keeps the body.
# The secret goes in by a file: arguments can be read by others on this machine.
api() {
  local body=()
  [[ $# -lt 4 ]] || body=(-H 'Content-Type: application/json' -d "$4")
  printf 'header = "Authorization: Token %s"\n' "$1" >"$work/auth"
  curl -sS --max-time 30 -K "$work/auth" -A 'quickstart/1.0' -H 'Accept: */*; version=2' -X "$2" "${body[@]}" \
    -o "$work/body" -w '%{http_code}' "$data/$3"
}

# take_back revokes the keys of this run and removes its entries, as far as it can, when something failed.
# It asks which there are: the answer to what made them may be what failed.
take_back() {
  set +e
  patience=5
  local there id
  if ! there=$(gql 'query($w: ID!, $run: String!) { workspace(id: $w) { apiKeys(first: 10, filter: {search: $run, status: ACTIVE}) { edges { node { id } } }
      ipAllowlist { entries(first: 100) { edges { node { id note } } } } } }' "$(jq -n --arg w "$workspace" --arg run "$run" '{w: $w, run: $run}')" 2>/dev/null); then
    printf 'Not taken back: keys and entries of the IP allowlist whose name or note ends with %s\n' "$run" >&2
    return
  fi
  for id in $(jq -r '.data.workspace.apiKeys.edges[].node.id' <<<"$there"); do
    (revoke "$id") >/dev/null 2>&1 || printf 'Not taken back: key %s\n' "$id" >&2
  done
  jq -r --arg run "$run" '.data.workspace.ipAllowlist.entries.edges[].node | select(.note | endswith($run)) | .id' <<<"$there" >"$work/entries"
  [[ ! -s $work/entries ]] || (remove_entries) >/dev/null 2>&1 || printf 'Not taken back: entries of the IP allowlist with the note "quickstart %s"\n' "$run" >&2
}

# revoke ID: ends a key.
revoke() {
  gql 'mutation($id: ID!) { revokeApiKey(input: {id: $id, reason: REPLACED, note: "quickstart"}) { apiKey { status } propagation { nodes waitedMs complete } userErrors { message } } }' \
    "$(jq -n --arg id "$1" '{id: $id}')"
}

# remove_entries: takes those whose ids were kept off the allowlist.
remove_entries() {
  gql 'mutation($input: RemoveIpAllowlistEntriesInput!) { removeIpAllowlistEntries(input: $input) { ipAllowlist { active } userErrors { message } } }' \
    "$(jq -n --arg w "$workspace" --rawfile ids "$work/entries" '{input: {workspaceId: $w, ids: ($ids | split("\n") | map(select(. != ""))), mayTurnOff: true}}')"
}

step "Sign in, and create a key of each scope"
gql 'mutation($email: String!, $password: String!) { signIn(input: {email: $email, password: $password}) { me { email } userErrors { message } } }' \
  "$(jq '{email, password}' "$dir/dev.json")" >/dev/null
gql 'query($w: ID!) { workspace(id: $w) { slug ipAllowlist { entries(first: 100) { edges { node { range } } } } } }' "$(jq -n --arg w "$workspace" '{w: $w}')" >"$work/before"
listed=$(jq -r '[.data.workspace.ipAllowlist.entries.edges[].node.range] | join(", ")' "$work/before")
[[ -z $listed ]] || fail "the IP allowlist must be empty for this, and it has $listed. Nothing was created.
Remove that at $admin/w/$(jq -r .data.workspace.slug "$work/before")/settings/public-api/ip-whitelisting and start this again."
made=yes
in_a_month=$(date -u -d '+30 days' +%F 2>/dev/null || date -u -v+30d +%F)
# create NAME SCOPE DAY: prints the secret, keeps the key's id.
create() {
  gql 'mutation($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id hint scope expiresOn } userErrors { message } } }' \
    "$(jq -n --arg w "$workspace" --arg n "$1" --arg s "$2" --arg d "$3" \
      '{input: {workspaceId: $w, name: $n, scope: $s, expiresOn: (if $d == "" then null else $d end)}}')" >"$work/key.$2"
  jq -er .data.createApiKey.apiKey.id "$work/key.$2" >"$work/id.$2"
  printf '   %-12s %s\n' "$2" "$(jq -r '.data.createApiKey.apiKey | "\(.hint)  expires on \(.expiresOn // "no day")"' "$work/key.$2")" >&2
  jq -er .data.createApiKey.secret "$work/key.$2"
}
all=$(create "Sync $run" ALL "")
writer=$(create "Importer $run" WRITE_ONLY "$in_a_month")
reader=$(create "Reports $run" READ_ONLY "")
[[ $all =~ ^lk_[0-9A-Za-z]{61}$ ]] || fail "a secret is not of the published form"
rm -f "$work"/key.*

contacts=$(grep -c '' "$here/contacts.ndjson")
step "Create $contacts contacts with the Write Only key"
before=$(api "$reader" GET 'users/?page_size=1'); expect "Read Only lists" "$before" 200
before=$(jq .count "$work/body")
key=$writer jq -r --arg run "$run" --arg url "$data/users/" '
  .custom_id += "-" + $run | if .email then .email |= sub("@"; "." + $run + "@") else . end
  | "next\nsilent\nurl = \($url | tojson)\nheader = \("Authorization: Token " + $ENV.key | tojson)\nheader = \"Accept: */*; version=2\"
header = \"Content-Type: application/json\"\nuser-agent = \"quickstart/1.0\"\nmax-time = 30\ndata = \(tojson | tojson)\noutput = \"/dev/null\"\nwrite-out = \"%{http_code}\\n\""
' "$here/contacts.ndjson" | sed '1d' >"$work/import"
curl -K "$work/import" | sort | uniq -c >"$work/statuses"
expect "created, by status" "$(awk '{printf "%s x %s", $1, $2}' "$work/statuses")" "$contacts x 201"
rm -f "$work/import"
expect "Read Only lists" "$(api "$reader" GET 'users/?page_size=1')" 200
expect "contacts more than before" "$(($(jq .count "$work/body") - before))" "$contacts"

step "Read back, search, update, record events, delete"
sample=$(sed -n 42p "$here/contacts.ndjson")
custom_id=$(jq -r --arg run "$run" '.custom_id + "-" + $run' <<<"$sample")
expect "by custom id" "$(api "$reader" GET "users-by-id/$custom_id/")" 200
expect "its name came back whole" "$(jq -r .name "$work/body")" "$(jq -r '[.first_name, .last_name] | map(select(.)) | join(" ")' <<<"$sample")"
email=$(jq -r .email "$work/body") id=$(jq .id "$work/body")
expect "search by e-mail" "$(api "$reader" GET "users/search/?email=$(jq -rn --arg e "$email" '$e | @uri')")" 200
expect "found the same one" "$(jq .id "$work/body")" "$id"
expect "update by custom id" "$(api "$writer" PUT "users-by-id/$custom_id/" '{"city": "Łódź", "plan": "business"}')" 200
expect "which discloses no stored value" "$(jq 'has("email")' "$work/body")" false
expect "the city is stored" "$(api "$reader" GET "users/$id/" >/dev/null; jq -r .city "$work/body")" "Łódź"
for event in signed_up opened_newsletter 'kupiło 🎉'; do
  expect "event $event" "$(api "$writer" POST "users-by-id/$custom_id/events/" "$(jq -n --arg n "$event" '{name: $n, data: {source: "quickstart"}}')")" 201
done
expect "events of the contact" "$(api "$reader" GET "users/$id/events/" >/dev/null; jq .count "$work/body")" 3
expect "delete" "$(api "$all" DELETE "users/$id/")" 204
expect "it is gone" "$(api "$reader" GET "users/$id/")" 404

step "Each scope is refused exactly where it must be"
other=$(jq -r --arg run "$run" '.custom_id + "-" + $run' <<<"$(sed -n 7p "$here/contacts.ndjson")")
expect "Read Only writes" "$(api "$reader" POST users/ '{"first_name": "No"}')" 403
expect "Read Only deletes" "$(api "$reader" DELETE "users-by-id/$other/")" 403
expect "Write Only reads" "$(api "$writer" GET "users-by-id/$other/")" 403
expect "Write Only deletes" "$(api "$writer" DELETE "users-by-id/$other/")" 403
for scope in "$all" "$writer" "$reader"; do expect "own: any key may ask who it is" "$(api "$scope" GET me/)" 200; done
expect "no key" "$(curl -sS --max-time 30 -o "$work/body" -w '%{http_code}' "$data/users/")" 401

step "Fence all keys by address"
# allow RANGE: adds an entry, keeps its id, and prints how many nodes have applied it.
allow() {
  gql 'mutation($input: AddIpAllowlistEntriesInput!) { addIpAllowlistEntries(input: $input) { entries { id } propagation { nodes waitedMs complete } userErrors { message } } }' \
    "$(jq -n --arg w "$workspace" --arg r "$1" --arg n "quickstart $run" '{input: {workspaceId: $w, entries: [{range: $r, note: $n}]}}')" >"$work/added"
  jq -er '.data.addIpAllowlistEntries.entries[0].id' "$work/added" >>"$work/entries"
  jq -r '.data.addIpAllowlistEntries.propagation | "   added; refused elsewhere on \(.nodes) node(s) after \(.waitedMs | round) ms"' "$work/added"
}
allow 203.0.113.0/24
for scope in "$all" "$writer" "$reader"; do expect "a call from here" "$(api "$scope" GET me/) $(jq -r .code "$work/body")" "403 ip_not_allowed"; done
allow "$(jq -er .client_ip "$work/body")"
for scope in "$all" "$writer" "$reader"; do expect "a call from here, now listed" "$(api "$scope" GET me/)" 200; done
remove_entries >"$work/removed"
expect "both removed: the list is on" "$(jq .data.removeIpAllowlistEntries.ipAllowlist.active "$work/removed")" false
expect "a call from here" "$(api "$reader" GET me/)" 200

step "Revoke a key: the very next call is refused"
revoke "$(cat "$work/id.READ_ONLY")" >"$work/revoked"
expect "the next call" "$(api "$reader" GET me/)" 401
expect "its status" "$(jq -r .data.revokeApiKey.apiKey.status "$work/revoked")" REVOKED

step "Who used which key, and who did what"
keys() {
  gql 'query($w: ID!, $search: String!) { workspace(id: $w) { apiKeys(first: 10, filter: {search: $search}) { edges { node { name status lastUse { at clientIp userAgent operation } } } } } }' \
    "$(jq -n --arg w "$workspace" --arg s "$run" '{w: $w, search: $s}')" | jq '[.data.workspace.apiKeys.edges[].node]'
}
for _ in $(seq 50); do # uses are written once a second
  keys >"$work/keys"
  [[ $(jq 'length == 3 and all(.lastUse != null)' "$work/keys") == true ]] && break
  curl -sS --max-time 5 -o /dev/null "$admin/healthz"
  sleep 0.1
done
expect "keys with a last use" "$(jq '[.[] | select(.lastUse.userAgent == "quickstart/1.0")] | length' "$work/keys")" 3
jq -r '.[] | "   \(.name)  \(.status)  last: \(.lastUse.operation) from \(.lastUse.clientIp) at \(.lastUse.at)"' "$work/keys"
gql 'query($w: ID!) { workspace(id: $w) { auditEvents(first: 8) { edges { node { seq at action actor { label } target { label } } } } } }' \
  "$(jq -n --arg w "$workspace" '{w: $w}')" | jq '[.data.workspace.auditEvents.edges[].node]' >"$work/audit"
jq -r '.[] | "   #\(.seq)  \(.action)  \(.target.label)  by \(.actor.label)"' "$work/audit"
expect "audit events of this run, the newest first" "$(jq -r '.[:7] | map(.action) | join(" ")' "$work/audit")" \
  "api_key.revoked ip_allowlist.entries_removed ip_allowlist.entries_added ip_allowlist.entries_added api_key.created api_key.created api_key.created"
expect "of them about this run's keys" "$(jq --arg run "$run" '[.[:7][] | select(.target.label | endswith($run))] | length' "$work/audit")" 4

made=
printf '\nAll of it worked.\n'
