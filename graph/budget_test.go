package graph

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/rs/zerolog"

	"latchkey/internal/allowlist"
	"latchkey/internal/httpserver"
	"latchkey/internal/session"
)

// What is refused has taken nothing in the end, and what there is no memory for is told so.
func TestBodiesShareTheMemoryThereIs(t *testing.T) {
	address, err := allowlist.NewClientAddress("", nil)
	if err != nil {
		t.Fatal(err)
	}
	bodies := httpserver.NewBudget(256 << 10)
	h := &transport{
		address: address, admission: newAdmission(Admission{}, Streams{}.orDefault()), bodies: bodies,
		sessions: &session.Service{}, log: zerolog.Nop(), watch: &Watch{},
	}
	h.watch.fill()
	ask := func(size int) int {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(`{"query":1,"variables":{"v":"`+strings.Repeat("x", size)+`"}}`))
		r.Header.Set("Content-Type", "application/json")
		h.ServeHTTP(w, r)
		return w.Code
	}
	if status := ask(64 << 10); status != http.StatusBadRequest || bodies.Held() != 0 {
		t.Errorf("%d, and %d bytes are held", status, bodies.Held())
	}
	taken := bodies.Draw(uuid.New(), bytes.NewReader(make([]byte, 128<<10)))
	if _, err := bytes.NewBuffer(nil).ReadFrom(taken); err != nil {
		t.Fatal(err)
	}
	again := bodies.Draw(uuid.New(), bytes.NewReader(make([]byte, 120<<10)))
	if _, err := bytes.NewBuffer(nil).ReadFrom(again); err != nil {
		t.Fatal(err)
	}
	if status := ask(64 << 10); status != http.StatusServiceUnavailable {
		t.Errorf("without room: %d", status)
	}
	if status := ask(1); status != http.StatusBadRequest {
		t.Errorf("a small one: %d", status)
	}
}
