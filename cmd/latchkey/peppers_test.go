package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"latchkey/internal/apikey"
)

// pepperFile holds peppers of these ids; the key follows from the id.
func pepperFile(t *testing.T, ids ...string) string {
	t.Helper()
	var lines strings.Builder
	for _, id := range ids {
		key := []byte(strings.Repeat(id, apikey.MinPepperKey))
		fmt.Fprintf(&lines, "%s %s\n", id, base64.StdEncoding.EncodeToString(key))
	}
	file := filepath.Join(t.TempDir(), "peppers")
	must(t, os.WriteFile(file, []byte(lines.String()), 0o600))
	return file
}

// serving is the environment of a data-plane node.
func (l leaky) serving(peppers string) []string {
	l.Helper()
	receipts := filepath.Join(l.TempDir(), "receipt-keys")
	must(l.T, os.WriteFile(receipts, []byte("test "+base64.StdEncoding.EncodeToString(make([]byte, 32))+"\n"), 0o600))
	return []string{"LATCHKEY_DATABASE_URL=" + l.dataURL, "LATCHKEY_PEPPERS_FILE=" + peppers, "LATCHKEY_RECEIPT_KEYS_FILE=" + receipts}
}

var dataAddress = regexp.MustCompile(`"data":"([^"]+)"`)

// dataNode starts a data-plane node and returns it with its address.
func (l leaky) dataNode(peppers string, args ...string) (p *process, address string) {
	l.Helper()
	p = start(l.T, l.serving(peppers),
		append([]string{"serve", "--planes", "data", "--data-addr", "127.0.0.1:0", "--access-log", "off"}, args...)...)
	p.until("it was ready", func() bool {
		if found := dataAddress.FindStringSubmatch(p.out.String()); found != nil {
			address = found[1]
		}
		return address != ""
	})
	return p, address
}

// use asks a node who the secret is, and returns the status.
func (l leaky) use(address string, secret apikey.Secret) int {
	l.Helper()
	r, err := http.NewRequestWithContext(l.Context(), http.MethodGet, "http://"+address+"/api/public/me/", nil)
	must(l.T, err)
	r.Header.Set("Authorization", "Token "+secret.Reveal())
	answer, err := http.DefaultClient.Do(r)
	must(l.T, err)
	must(l.T, answer.Body.Close())
	return answer.StatusCode
}

func (l leaky) peppersStatus(file string) (text string, states map[string]pepperState) {
	l.Helper()
	env := []string{l.env[0], "LATCHKEY_PEPPERS_FILE=" + file}
	code, text := feed(l.T, "", env, "peppers", "status")
	if code != 0 {
		l.Errorf("it ended with %d: %s", code, text)
	}
	_, out := feed(l.T, "", env, "peppers", "status", "--json")
	var list []pepperState
	must(l.T, json.Unmarshal([]byte(out), &list))
	states = map[string]pepperState{}
	for _, s := range list {
		states[s.ID] = s
	}
	return text, states
}

// The life of a pepper: another one comes, secrets move as they are used, and the
// old one goes; and at no time is a key refused without a word.
func TestAPepperIsRetired(t *testing.T) {
	t.Parallel()
	l := leaks(t)
	_, used := l.key("Used")
	idle, idleSecret := l.key("Idle")
	both, onlyNew := pepperFile(t, "new", "old"), pepperFile(t, "new")

	refused := start(t, l.serving(onlyNew), "serve", "--planes", "data", "--data-addr", "127.0.0.1:0")
	if code := refused.exit(); code != 1 || !strings.Contains(refused.out.String(), "lacks old (live secrets: 2)") || !strings.Contains(refused.out.String(), "peppers status") {
		t.Errorf("without the pepper it ended with %d: %s", code, refused.out)
	}
	if text, states := l.peppersStatus(onlyNew); !strings.Contains(text, "MISSING") || states["old"].InFile || states["old"].Live != 2 {
		t.Errorf("without the pepper the status is\n%s", text)
	}

	first, one := l.dataNode(both)
	second, other := l.dataNode(both)
	for _, address := range []string{one, other} {
		if status := l.use(address, used); status != http.StatusOK {
			t.Errorf("before, the key gets %d", status)
		}
	}
	everything, err := readPeppers(both)
	must(t, err)
	first.until("the secret had moved", func() bool {
		c, ok, err := l.store.LookupSecret(t.Context(), everything.All(used))
		return ok && err == nil && c.Pepper == "new"
	})
	for _, address := range []string{one, other} {
		if status := l.use(address, used); status != http.StatusOK {
			t.Errorf("afterwards the key gets %d", status)
		}
	}
	text, states := l.peppersStatus(both)
	if s := states["old"]; s.Retire || s.Live != 1 || len(s.Blockers) != 1 || s.Blockers[0].Key != "Idle" || !strings.Contains(text, idleSecret.Hint()) {
		t.Errorf("with one idle key the status is\n%s", text)
	}
	if s := states["new"]; !s.Mints || s.Retire || s.Live != 1 {
		t.Errorf("the one that mints: %+v", s)
	}

	if status := l.use(one, idleSecret); status != http.StatusOK {
		t.Errorf("the idle key, woken up, gets %d", status)
	}
	first.until("that one had moved", func() bool {
		c, ok, err := l.store.LookupSecret(t.Context(), everything.All(idleSecret))
		return ok && err == nil && c.Key == idle && c.Pepper == "new"
	})
	if text, states = l.peppersStatus(both); !states["old"].Retire || !strings.Contains(text, "take its line out") {
		t.Errorf("with nothing left the status is\n%s", text)
	}
	for _, p := range []*process{first, second} {
		p.interrupt()
		if code := p.exit(); code != 0 {
			t.Errorf("a node ended with %d", code)
		}
	}
	_, alone := l.dataNode(onlyNew)
	if status := l.use(alone, used); status != http.StatusOK {
		t.Errorf("without the old pepper the key gets %d", status)
	}
}

func TestAPepperThatIsLostIsGivenUpExplicitly(t *testing.T) {
	t.Parallel()
	l := leaks(t)
	_, secret := l.key("Lost")
	_, address := l.dataNode(pepperFile(t, "new"), "--lost-peppers", "old")
	if status := l.use(address, secret); status != http.StatusUnauthorized {
		t.Errorf("the key gets %d", status)
	}
}
