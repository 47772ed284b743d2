package rest

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/receipt"
	"latchkey/internal/verify"
)

var receiptText = regexp.MustCompile(`"receipt":"(lkr_[a-z2-7]{360})"`)

// opened is the receipt in an answer.
func (w *world) opened(t testing.TB, a answer) receipt.Receipt {
	t.Helper()
	found := receiptText.FindStringSubmatch(a.text)
	if found == nil {
		t.Fatalf("no receipt in %d %s", a.StatusCode, a.text)
	}
	r, err := w.receipts.Open(found[1], time.Now())
	must(t, err)
	return r
}

// invalid makes the ways in which a well-formed secret is an invalid token, and
// the mistyped one.
func (w *world) invalid(t testing.TB, n *tenant) map[verify.Reason]string {
	t.Helper()
	secrets := map[verify.Reason]string{}
	for reason, statement := range map[verify.Reason]string{
		verify.Revoked:    `UPDATE api_key SET revoked_at = now(), revocation_reason = 'LEAKED' WHERE id = $1`,
		verify.Disabled:   `UPDATE api_key SET disabled_at = now() WHERE id = $1`,
		verify.Expired:    `UPDATE api_key SET expires_on = '2020-01-01' WHERE id = $1`,
		verify.Superseded: `UPDATE api_key_secret SET valid_until = 'epoch' WHERE key_id = $1`,
		verify.OtherHost:  ``,
	} {
		secret, id := w.key(t, n, apikey.All)
		if secrets[reason] = secret; statement != "" {
			w.exec(t, n, statement, id)
		}
	}
	unknown, err := w.scheme.Mint(strings.NewReader(strings.Repeat("unknown", 100)))
	must(t, err)
	secrets[verify.Unknown] = unknown.Reveal()
	secrets[verify.Malformed] = secrets[verify.Revoked][:63] + string(rune('0'+(secrets[verify.Revoked][63]-'0'+1)%10))
	return secrets
}

// refused is a request that is turned away because of reason.
func (w *world) refused(t testing.TB, reason verify.Reason, secret, accept string) answer {
	t.Helper()
	r := w.request(t, http.MethodGet, "users/", "")
	r.Header.Set("Authorization", "Token "+secret)
	r.Header.Set("Accept", accept)
	r.Header.Set("X-Forwarded-For", "192.0.2.7")
	if r.Host = ""; reason == verify.OtherHost {
		r.Host = "other.latchkey.test"
	}
	return w.do(t, r)
}

// What is an invalid token does not tell why: every byte of body and headers is the
// same, what differs from request to request aside.
func TestInvalidTokensLookTheSame(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	secrets := w.invalid(t, w.tenant(t, "acme"))
	for _, accept := range []string{"*/*", "application/problem+json"} {
		var first string
		for _, reason := range slices.Sorted(maps.Keys(secrets)) {
			a := w.refused(t, reason, secrets[reason], accept)
			if got := w.opened(t, a).Reason; got != string(reason) {
				t.Errorf("the receipt says %s, want %s", got, reason)
			}
			a.text = requestIDs.ReplaceAllString(receiptText.ReplaceAllString(a.text, "receipt"), "")
			a.Header.Del("X-Request-Id")
			a.Header.Del("Date")
			head := &strings.Builder{}
			must(t, a.Header.Write(head))
			look := fmt.Sprintf("%d\n%s\n%s", a.StatusCode, head, a.text)
			if first == "" {
				first = look
			}
			if look != first || a.StatusCode != http.StatusUnauthorized {
				t.Errorf("%s looks like\n%s\nand others like\n%s", reason, look, first)
			}
		}
	}
}

// The work behind them is the same as well, from a memory that knows nothing. A
// mistyped one is refused without any: its checksum is public.
func TestInvalidTokensTakeTheSameWork(t *testing.T) {
	t.Parallel()
	for _, lease := range []verify.Lease{nil, always{}} {
		w := newWorld(t)
		if lease != nil {
			w.verifier.Follow(lease)
		}
		for reason, secret := range w.invalid(t, w.tenant(t, "acme")) {
			w.verifier.ForgetAll()
			work := func() [3]int64 {
				return [3]int64{w.source.secrets.Load(), w.source.hashes.Load(), w.source.workspaces.Load()}
			}
			before := work()
			a := w.refused(t, reason, secret, "*/*")
			did, want := work(), [3]int64{1, 1, 1}
			if reason == verify.Malformed {
				want = [3]int64{}
			}
			for i := range did {
				did[i] -= before[i]
			}
			if did != want || strings.Count(a.text, `"receipt":`) != 1 {
				t.Errorf("%s: reads of secrets, HMACs, reads of workspaces are %v, want %v; %s", reason, did, want, a.text)
			}
		}
	}
}

// Every 401 has one length, in both forms.
func TestEvery401HasOneLength(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, accept := range []string{"*/*", "application/problem+json"} {
		lengths := map[int64]bool{}
		for _, authorization := range []string{"", "Basic x", "Token", "Token a b", "Token lk_mistyped", "Bearer x"} {
			r := w.request(t, http.MethodGet, "users/", "")
			r.Header.Set("Accept", accept)
			if authorization != "" {
				r.Header.Set("Authorization", authorization)
			}
			a := w.do(t, r)
			if a.StatusCode != http.StatusUnauthorized {
				t.Errorf("%q: %d", authorization, a.StatusCode)
			}
			w.opened(t, a)
			lengths[a.ContentLength] = true
		}
		if len(lengths) != 1 {
			t.Errorf("%s: lengths %v", accept, lengths)
		}
	}
}

// A receipt says what is known, and nothing that is not.
func TestWhatReceiptsSay(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	secret, id := w.key(t, acme, apikey.WriteOnly)
	client := netip.MustParseAddr("192.0.2.7")
	for name, c := range map[string]struct {
		secret, path string
		header       [2]string
		status       int
		want         receipt.Receipt
	}{
		"no key":      {"", "users/", [2]string{}, 401, receipt.Receipt{Reason: "no_credentials", Operation: "users.list"}},
		"wrong scope": {secret, "users/7/", [2]string{}, 403, receipt.Receipt{Reason: "wrong_scope", Operation: "users.get", Key: id, Scope: "WRITE_ONLY", Access: "read"}},
		"conditional": {secret, "me/", [2]string{"If-None-Match", "*"}, 403, receipt.Receipt{Reason: "conditional", Operation: "me.get", Key: id, Scope: "WRITE_ONLY", Access: "read"}},
	} {
		r := w.request(t, http.MethodGet, c.path, "")
		r.Host = ""
		r.Header.Set("X-Forwarded-For", client.String())
		r.Header.Set("X-Request-Id", "the-request")
		if c.secret != "" {
			r.Header.Set("X-API-Key", c.secret)
		}
		if c.header[0] != "" {
			r.Header.Set(c.header[0], c.header[1])
		}
		a := w.do(t, r)
		got := w.opened(t, a)
		c.want.At, c.want.Address, c.want.RequestID = got.At, client, "the-request"
		if c.want.Key != uuid.Nil {
			c.want.Workspace = acme.who.Workspace()
		}
		if got != c.want || time.Since(got.At).Abs() > time.Hour || a.StatusCode != c.status {
			t.Errorf("%s: %d %+v, want %+v", name, a.StatusCode, got, c.want)
		}
	}
}

// Guessing is told with 429, and with a receipt that names no workspace.
func TestTooManyGuessesHaveAReceipt(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for i := range 40 {
		guess, err := w.scheme.Mint(strings.NewReader(strings.Repeat(fmt.Sprintf("guess %02d", i), 100)))
		must(t, err)
		a := w.send(t, guess.Reveal(), 1, http.MethodGet, "users/", "")
		r := w.opened(t, a)
		if a.StatusCode != http.StatusTooManyRequests {
			continue
		}
		if r.Reason != string(verify.Guessing) || r.Workspace != uuid.Nil || r.Key != uuid.Nil || a.Header.Get("Retry-After") == "" {
			t.Errorf("%+v %v", r, a.Header)
		}
		return
	}
	t.Error("nobody was stopped")
}

// Every reason can be sealed, and what cannot is a refusal all the same.
func TestEveryReasonHasAReceipt(t *testing.T) {
	w := newWorld(t)
	h := w.handler
	answerTo := func(err error) (int, string) {
		recorder := httptest.NewRecorder()
		c := &call{Handler: h, w: recorder, r: httptest.NewRequest(http.MethodGet, "/", nil), match: match{operation: &operation{name: "me.get"}}}
		a := c.failed(err)
		return a.status, string(a.body)
	}
	if all := receipt.Reasons(); len(all) != len(verify.Reasons()) {
		t.Errorf("receipts have the reasons %v, verification %v", all, verify.Reasons())
	}
	for _, reason := range verify.Reasons() {
		status, body := answerTo(&verify.Refusal{Reason: reason})
		if !slices.Contains([]int{401, 403, 429}, status) || !receiptText.MatchString(body) {
			t.Errorf("%s: %d %s", reason, status, body)
		}
		if got := w.opened(t, answer{text: body}); got.Reason != string(reason) {
			t.Errorf("%s became %s", reason, got.Reason)
		}
	}
	for _, err := range []error{&verify.Refusal{Reason: "mood"}, errors.Join(&verify.Refusal{Reason: verify.WrongScope, Access: "peek"})} {
		status, body := answerTo(err)
		if status < 401 || status > 403 || strings.Contains(body, "receipt") {
			t.Errorf("%v: %d %s", err, status, body)
		}
	}
}
