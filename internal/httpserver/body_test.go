package httpserver

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"latchkey/internal/fault"
)

func TestBodiesOverTheLimit(t *testing.T) {
	const limit = 2 << 10
	for name, c := range map[string]struct {
		size      int
		announced bool // by Content-Length
		read      int
		tooLarge  bool
	}{
		"at the limit":              {limit, true, limit, false},
		"at the limit, unannounced": {limit, false, limit, false},
		"announced too much":        {limit + 1, true, 0, true},
		"sent too much":             {limit + 1, false, limit, true},
	} {
		t.Run(name, func(t *testing.T) {
			type result struct {
				read int
				err  error
			}
			results := make(chan result, 1)
			h := Chain(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				LimitBody(w, r, limit)
				body, err := io.ReadAll(r.Body)
				results <- result{len(body), err}
			}), Options{})
			_, url, _ := start(t, Config{Handler: h})
			var body io.Reader = strings.NewReader(strings.Repeat("x", c.size))
			if !c.announced {
				body = io.MultiReader(body) // hides its length
			}
			res, err := http.Post(url, "text/plain", body)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = res.Body.Close() }()

			got := wait(t, results, "the handler")
			if got.read != c.read {
				t.Errorf("%d bytes were read, want %d", got.read, c.read)
			}
			want := fault.New(fault.TooLarge, "BODY_TOO_LARGE", "")
			if errors.Is(got.err, want) != c.tooLarge || (got.err != nil) != c.tooLarge {
				t.Errorf("error %v", got.err)
			}
			if c.tooLarge && !strings.Contains(got.err.Error(), "2 KiB") {
				t.Errorf("the error does not name the limit: %q", got.err)
			}
			if c.read > 0 && res.Close != c.tooLarge {
				t.Errorf("connection closed: %t", res.Close)
			}
		})
	}
}
