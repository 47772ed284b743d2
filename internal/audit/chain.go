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

// Linked is a record with the hash that is kept of the one before it; zero for the
// first record, and for one whose predecessor is not kept any more.
type Linked struct {
	Record
	Previous Hash
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
	Changed    Flaw = "changed"    // the record, or its hash, is not what was written
	Missing    Flaw = "missing"    // a record was left out
	Reordered  Flaw = "reordered"  // a record stands elsewhere
	Duplicated Flaw = "duplicated" // a record stands here again
	Foreign    Flaw = "foreign"    // the record belongs to another chain
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

// Accept moves the end of the chain to r when r continues it. Otherwise the end
// stays where it is, flaw says why and seq which event it concerns; whoever can see
// what comes later knows whether one that is missing here only moved.
func (c *Chain) Accept(r Record) (flaw Flaw, seq int64) {
	e, err := Parse(r.Body)
	expected := c.Seq + 1
	switch {
	case err != nil:
		return Changed, expected
	case e.Workspace != c.Workspace:
		return Foreign, e.Seq
	case e.Seq < expected:
		return Duplicated, e.Seq
	case e.Seq > expected:
		return Missing, expected
	case link(c.Hash, r.Body) != r.Hash:
		return Changed, expected
	}
	c.Seq, c.Hash = e.Seq, r.Hash
	return "", e.Seq
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
		flaw, seq := from.Accept(r)
		switch flaw {
		case "":
			continue
		case Missing:
			flaw = whereabouts(seq, next)
		}
		return from, &Broken{flaw, index, seq}
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
