package verify_test

import (
	"bufio"
	"context"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/allowlist"
	"latchkey/internal/apikey"
	"latchkey/internal/store"
	"latchkey/internal/verify"
)

// headers are what the table calls them.
var headers = map[string]string{"xff": "X-Forwarded-For", "fwd": "Forwarded", "real": "X-Real-Ip"}

// From what people write on the list, and what proxies say, to the decision.
func TestTheAllowlistConforms(t *testing.T) {
	f := newFixture(t)
	secret, _ := f.key(nil)
	table, err := os.Open("testdata/allowlist.txt")
	must(t, err)
	defer table.Close() // it was only read
	rows := 0
	lines := bufio.NewScanner(table)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch cells := strings.Split(line, "|"); {
		case line == "", strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "list "):
			f.list(strings.Fields(line)[1:])
		case len(cells) == 4:
			rows++
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			if got := f.through(secret, cells[0], cells[1], cells[2]); got != cells[3] {
				t.Errorf("line %d: %s: it is %s", n, line, got)
			}
		default:
			t.Fatalf("line %d: %s", n, line)
		}
	}
	must(t, lines.Err())
	if rows < 150 {
		t.Errorf("%d rows, want 150", rows)
	}
}

// list makes this the workspace's allowlist.
func (f *fixture) list(entries []string) {
	f.Helper()
	f.change(func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.Exec(ctx, `DELETE FROM allowlist_entry WHERE workspace_id = $1`, f.who.Workspace()); err != nil || entries[0] == "off" {
			return err
		}
		for _, entry := range entries {
			text, expires, _ := strings.Cut(entry, "@")
			r, err := allowlist.ParseRange(text)
			must(f, err)
			create := tx.Ent().AllowlistEntry.Create().SetID(uuid.New()).SetRange(r.String()).SetNote("").SetCreatedAt(tx.Now()).SetCreatedByLabel("test")
			if expires != "" {
				create.SetExpiresAt(f.clock.Add(map[string]time.Duration{"past": -time.Hour, "now": 0, "later": time.Microsecond}[expires]))
			}
			if err := create.Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	})
	f.Forget(f.who.Workspace(), uuid.Nil)
}

// through sends a request from a peer, with what the header says, and returns what
// comes of it.
func (f *fixture) through(secret apikey.Secret, header, peer, said string) string {
	f.Helper()
	name := headers[header]
	trusted, err := allowlist.ParseTrusted([]string{"10.0.0.0/8", "::ffff:192.168.0.0/112", "2001:db8:1::/48"})
	must(f, err)
	client, err := allowlist.NewClientAddress(name, trusted)
	must(f, err)
	h := http.Header{"X-Forwarded-For": {"203.0.113.7", "2001:db8::7"}, "Forwarded": {"for=203.0.113.7"}, "X-Real-Ip": {"203.0.113.7"}, "True-Client-Ip": {"2001:db8::7"}}
	if h.Del(name); said != "" {
		h[name] = strings.Split(said, "~")
	}
	if peer != "@" {
		peer = net.JoinHostPort(peer, "4711")
	}
	address, _ := client.Of(peer, h)
	switch reason := f.reason(verify.Request{Secret: secret.Reveal(), Address: address, Access: apikey.Read}); reason {
	case "":
		return "yes"
	case verify.WrongAddress:
		return "no"
	case verify.NoAddress:
		return "unknown"
	default:
		return string(reason)
	}
}
