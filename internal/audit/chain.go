package audit

import (
	"crypto/sha256"
	"fmt"
	"iter"

	"github.com/google/uuid"
)

// Hash links a record to all before it.
type Hash [sha256.Size]byte

// Record is an event as it is kept.
type Record struct {
	Body []byte // canonical
	Hash Hash
}

// Chain is where a chain ends: what the next record continues. With Seq 0 it has
// not begun.
type Chain struct {
	Workspace uuid.UUID // uuid.Nil: the operator's
	Seq       int64
	Hash      Hash
}

// Next gives e its place at the end of the chain, moves the end there, and
// returns the event as it now is and as it is to be kept.
func (c *Chain) Next(e Event) (Event, Record) {
	e.Workspace, e.Seq = c.Workspace, c.Seq+1
	body := e.Canonical()
	c.Seq, c.Hash = e.Seq, link(c.Hash, body)
	return e, Record{body, c.Hash}
}

func link(previous Hash, body []byte) (h Hash) {
	sum := sha256.New()
	sum.Write(previous[:])
	sum.Write(body)
	sum.Sum(h[:0])
	return h
}

// Flaw is what is wrong with a sequence of records.
type Flaw string

// The flaws.
const (
	Changed   Flaw = "changed"   // the record, or its hash, is not what was written
	Missing   Flaw = "missing"   // a record was left out
	Reordered Flaw = "reordered" // a record stands elsewhere, or twice
	Foreign   Flaw = "foreign"   // the record belongs to another chain
)

// Broken is the first flaw of a sequence.
type Broken struct {
	Flaw  Flaw
	Index int   // of the record at which it shows, from 0
	Seq   int64 // of the event concerned
}

// Error says what is wrong and where.
func (b *Broken) Error() string {
	return fmt.Sprintf("event %d is %s (record %d)", b.Seq, b.Flaw, b.Index+1)
}

// Verify checks that records continue the chain from its end, in order and with
// nothing left out, and returns the end they reach. The error is a *Broken about
// the first flaw. That records are missing at the end shows only in the end.
func Verify(from Chain, records iter.Seq[Record]) (Chain, error) {
	next, stop := iter.Pull(records)
	defer stop()
	for index := 0; ; index++ {
		r, ok := next()
		if !ok {
			return from, nil
		}
		e, err := Parse(r.Body)
		expected := from.Seq + 1
		switch {
		case err != nil:
			return from, &Broken{Changed, index, expected}
		case e.Workspace != from.Workspace:
			return from, &Broken{Foreign, index, e.Seq}
		case e.Seq < expected:
			return from, &Broken{Reordered, index, e.Seq}
		case e.Seq > expected:
			return from, &Broken{whereabouts(expected, next), index, expected}
		case link(from.Hash, r.Body) != r.Hash:
			return from, &Broken{Changed, index, expected}
		}
		from.Seq, from.Hash = e.Seq, r.Hash
	}
}

// whereabouts tells an event that only moved, and comes later, from a missing one.
func whereabouts(seq int64, next func() (Record, bool)) Flaw {
	for r, ok := next(); ok; r, ok = next() {
		if e, err := Parse(r.Body); err == nil && e.Seq == seq {
			return Reordered
		}
	}
	return Missing
}
