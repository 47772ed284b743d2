package httpserver

import (
	"bytes"
	"io"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"latchkey/internal/fault"
)

func TestABudgetIsSharedAndGivenBack(t *testing.T) {
	b := NewBudget(256 << 10)
	one, other := uuid.New(), uuid.New()
	read := func(client uuid.UUID, size int) (*Drawn, error) {
		d := b.Draw(client, bytes.NewReader(make([]byte, size)))
		_, err := io.Copy(io.Discard, d)
		return d, err
	}
	if _, err := read(one, smallBody); err != nil || b.Held() != 0 {
		t.Errorf("a small body: %v, %d held", err, b.Held())
	}
	first, err := read(one, 120<<10)
	if err != nil {
		t.Fatal(err)
	}
	second, err := read(one, 64<<10)
	if f, ok := fault.As(err); !ok || f.Kind != fault.Unavailable || f.RetryAfter == 0 {
		t.Errorf("more than half of it for one client: %v", err)
	}
	second.Release()
	theirs, err := read(other, 120<<10)
	if err != nil {
		t.Errorf("another client: %v", err)
	}
	if _, err := read(uuid.New(), 64<<10); err == nil {
		t.Error("more than there is")
	}
	first.Release()
	first.Release()
	if d, err := read(one, 120<<10); err != nil {
		t.Errorf("after it was given back: %v", err)
	} else {
		d.Release()
	}
	theirs.Release()
	(*Drawn)(nil).Release()
	if b.Held() >= 64<<10+drawnAtOnce {
		t.Errorf("%d held", b.Held())
	}
}

// Whatever bodies come and go, what is held is at most what there is, covers all that
// was read, and is nothing in the end.
func TestABudgetIsNeverOverdrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := NewBudget(1 << 20)
		clients := []uuid.UUID{uuid.New(), uuid.New(), uuid.New()}
		var open []*Drawn
		for range rapid.IntRange(1, 30).Draw(t, "bodies") {
			size := rapid.IntRange(0, 600<<10).Draw(t, "size")
			d := b.Draw(rapid.SampledFrom(clients).Draw(t, "client"), bytes.NewReader(make([]byte, size)))
			_, err := io.Copy(io.Discard, d)
			if held := b.Held(); held > 1<<20 || err == nil && d.held < int64(size)-smallBody {
				t.Fatalf("%d held, %d by a body of %d", held, d.held, size)
			}
			open = append(open, d)
			if rapid.Bool().Draw(t, "ends") {
				open[0].Release()
				open = open[1:]
			}
		}
		for _, d := range open {
			d.Release()
		}
		if b.Held() != 0 || len(b.of) != 0 {
			t.Fatalf("%d held in the end", b.Held())
		}
	})
}
