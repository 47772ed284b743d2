package httpserver

import (
	"io"
	"sync"

	"github.com/google/uuid"

	"latchkey/internal/fault"
)

const (
	// smallBody is how many bytes of each body are not counted: a connection has
	// buffers of that size in any case.
	smallBody = 4 << 10
	// drawnAtOnce is how many bytes a body that is larger takes from the budget at a time.
	drawnAtOnce = 32 << 10
)

// errNoRoom is for a body that there is no memory for.
var errNoRoom = fault.New(fault.Unavailable, "UNAVAILABLE", "Too many large requests are being read right now. Try again in a moment.").After(1)

// Budget bounds how many bytes of request bodies are in memory at once, in all and of
// each client, so that many bodies, each of a size that is fine, do not exhaust it. What
// counts is what has come in: a client that announces much and sends nothing takes
// nothing from others. It is safe for concurrent use.
type Budget struct {
	most, mostEach int64

	mu  sync.Mutex
	all int64
	of  map[uuid.UUID]int64
}

// NewBudget returns a budget of so many bytes, half of them for any one client.
func NewBudget(bytes int64) *Budget {
	return &Budget{most: bytes, mostEach: bytes / 2, of: map[uuid.UUID]int64{}}
}

// Held returns how many bytes are taken.
func (b *Budget) Held() int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.all
}

// Draw counts what is read of a body for a client, until the returned body is released.
// Reading fails with a fault of kind Unavailable when there is no room.
func (b *Budget) Draw(client uuid.UUID, body io.Reader) *Drawn {
	return &Drawn{from: body, budget: b, client: client}
}

// Drawn is a body that is counted.
type Drawn struct {
	from       io.Reader
	budget     *Budget
	client     uuid.UUID
	read, held int64
}

// Read implements io.Reader.
func (d *Drawn) Read(p []byte) (int, error) {
	n, err := d.from.Read(p)
	d.read += int64(n)
	if missing := d.read - smallBody - d.held; missing > 0 {
		more := (missing + drawnAtOnce - 1) / drawnAtOnce * drawnAtOnce
		if !d.budget.take(d.client, more) {
			return 0, errNoRoom
		}
		d.held += more
	}
	return n, err
}

// Size returns how many bytes were read.
func (d *Drawn) Size() int64 { return d.read }

// Release gives back what the body took. It is called when nothing of the body is in
// use any more; nil has taken nothing.
func (d *Drawn) Release() {
	if d != nil && d.held > 0 {
		d.budget.giveBack(d.client, d.held)
		d.held = 0
	}
}

func (b *Budget) take(client uuid.UUID, n int64) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.all+n > b.most || b.of[client]+n > b.mostEach {
		return false
	}
	b.all += n
	b.of[client] += n
	return true
}

func (b *Budget) giveBack(client uuid.UUID, n int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.all -= n
	if b.of[client] -= n; b.of[client] == 0 {
		delete(b.of, client)
	}
}
