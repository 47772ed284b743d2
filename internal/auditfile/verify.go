package auditfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/google/uuid"

	"latchkey/internal/audit"
)

// The flaws of a file, besides those of a chain.
const (
	Truncated audit.Flaw = "truncated"       // the end was cut off
	Signature audit.Flaw = "wrong signature" // none of the keys made it
)

// Flawed says that a file is not what was exported.
type Flawed struct {
	Line int64 // the first that is wrong, from 1
	Flaw audit.Flaw
	What string // a sentence
}

// Error says what is wrong and where.
func (f *Flawed) Error() string { return fmt.Sprintf("line %d: %s: %s", f.Line, f.Flaw, f.What) }

// Unverifiable says that a file is of a sort that proves nothing, and why.
type Unverifiable struct{ Why string }

// Error says why.
func (u *Unverifiable) Error() string { return u.Why }

// Options of [Verify].
type Options struct {
	Keys []PublicKey // those that a checkpoint may be signed with

	// Since is an older checkpoint of the same chain, whose signature was checked
	// ([ReadCheckpoint]). What it signed must still be so, and a file may begin
	// behind its first event, up to the one after the checkpoint.
	Since *Checkpoint
}

// Report is what a verified file holds.
type Report struct {
	Checkpoint
	First  int64     // the number of the file's first event
	Events int64     // in the file
	By     PublicKey // that verified the signature
}

// Verify reads an export and checks all that it claims. The error is a [Flawed], an
// [Unverifiable], or the reader's.
func Verify(r io.Reader, o Options) (Report, error) {
	v := verifier{lines: newLines(r), options: o}
	for {
		line, err := v.lines.next()
		switch {
		case errors.Is(err, io.EOF):
			return Report{}, v.flawed(Truncated, "the file ends without a checkpoint: the export was cut off")
		case errors.Is(err, errUnclosed):
			return Report{}, v.flawed(Truncated, "the file ends within this line")
		case errors.Is(err, errLong):
			return Report{}, v.flawed(audit.Changed, "%v", err)
		case err != nil:
			return Report{}, err
		}
		done, err := v.line(line)
		if done || err != nil {
			return v.report, err
		}
	}
}

type verifier struct {
	lines   *lines
	options Options
	chain   audit.Chain
	report  Report
}

func (v *verifier) flawed(flaw audit.Flaw, what string, args ...any) error {
	return &Flawed{max(v.lines.number, 1), flaw, fmt.Sprintf(what, args...)}
}

// line takes one line; done is true after a checkpoint that holds.
func (v *verifier) line(line []byte) (done bool, err error) {
	if v.lines.number == 1 {
		if bytes.HasPrefix(bytes.TrimPrefix(line, []byte("\uFEFF")), []byte(Columns()[0]+",")) {
			return false, &Unverifiable{"this is a CSV file, which holds no hashes: verify an NDJSON export"}
		}
	}
	if r, ok := parseEvent(line); ok {
		return false, v.event(r)
	}
	if s, err := parseCheckpoint(line); err == nil {
		return true, v.checkpoint(s)
	}
	switch parseEnd(line) {
	case Filtered:
		return false, errFiltered
	case Broken:
		return false, v.flawed(audit.Changed, "the chain did not verify when it was exported, so the export is not signed")
	}
	hint := "this is no line of an export"
	if bytes.HasSuffix(line, []byte("\r")) {
		hint = "the line ends with a carriage return: the file went through a program that rewrites line ends"
	}
	return false, v.flawed(audit.Changed, "%s", hint)
}

var errFiltered = &Unverifiable{"this is a filtered export: what its filter left out cannot be told from what somebody took out. Verify one without a filter"}

func (v *verifier) event(r audit.Linked) error {
	if v.report.Events == 0 {
		if err := v.begin(r); err != nil {
			return err
		}
	}
	before := v.chain.Hash
	switch flaw, seq := v.chain.Accept(r.Record); flaw {
	case "":
		if r.Previous != before {
			return v.flawed(audit.Changed, "the line of event %d names another hash before it than the one that it continues", seq)
		}
	case audit.Missing:
		found, _ := audit.Parse(r.Body)
		return v.elsewhere(seq, v.flawed(flaw, "events %d to %d are missing here", seq, found.Seq-1),
			v.flawed(audit.Reordered, "event %d stands where event %d should", found.Seq, seq))
	case audit.Foreign:
		return v.flawed(flaw, "this event belongs to another chain than those before it (%s)", ChainName(v.chain.Workspace))
	case audit.Duplicated:
		return v.flawed(flaw, "event %d comes again, after event %d", seq, v.chain.Seq)
	default:
		return v.flawed(flaw, "the event that should be number %d, or its hash, is not what was written", seq)
	}
	v.report.Events++
	if s := v.options.Since; s != nil && s.Head.Seq == v.chain.Seq && s.Head.Hash != v.chain.Hash {
		return v.flawed(audit.Changed, "event %d is not the one that the older checkpoint signed: this past was made anew", s.Head.Seq)
	}
	return nil
}

// begin sets the chain to what comes before the first event of the file.
func (v *verifier) begin(r audit.Linked) error {
	e, err := audit.Parse(r.Body)
	if err != nil {
		return v.flawed(audit.Changed, "the event is not written as events are")
	}
	since, first := v.options.Since, int64(1)
	if since != nil {
		first = since.Head.Seq + 1
		if e.Workspace != since.Head.Workspace {
			return v.flawed(audit.Foreign, "the file is of %s, the older checkpoint of %s", ChainName(e.Workspace), ChainName(since.Head.Workspace))
		}
	}
	switch {
	case e.Seq > first && since == nil:
		missing := v.flawed(audit.Missing, "the file begins with event %d. If it continues an earlier export, name that one's checkpoint", e.Seq)
		return v.elsewhere(first, missing, missing)
	case e.Seq > first:
		missing := v.flawed(audit.Missing, "events %d to %d are between the older checkpoint and this file, and in neither", first, e.Seq-1)
		return v.elsewhere(first, missing, missing)
	case e.Seq < 1:
		return v.flawed(audit.Changed, "there is no event %d", e.Seq)
	}
	v.chain = audit.Chain{Workspace: e.Workspace, Seq: e.Seq - 1, Hash: r.Previous}
	switch {
	case e.Seq == 1:
		v.chain.Hash = audit.Hash{}
	case e.Seq == first:
		v.chain.Hash = since.Head.Hash
	}
	v.report.First = e.Seq
	return nil
}

// elsewhere reads on to the end, and tells an event that only moved, and comes later,
// from a missing one; and a filtered export, which may leave out what it likes. A file
// that cannot be read so far has the flaw all the same.
func (v *verifier) elsewhere(seq int64, missing, moved error) error {
	for {
		line, err := v.lines.next()
		if err != nil {
			return missing
		}
		if parseEnd(line) == Filtered {
			return errFiltered
		}
		if r, ok := parseEvent(line); ok {
			if e, err := audit.Parse(r.Body); err == nil && e.Workspace == v.chain.Workspace && e.Seq == seq {
				missing = moved
			}
		}
	}
}

// checkpoint checks the signature, and that it is over what was read.
func (v *verifier) checkpoint(s signed) error {
	by, ok := s.by(v.options.Keys)
	if !ok {
		return v.flawed(Signature, "no public key that was given made it; it names the key %q", s.Key)
	}
	since := v.options.Since
	if v.report.Events == 0 {
		v.chain = audit.Chain{Workspace: s.Head.Workspace}
		if since != nil {
			v.chain = since.Head
		}
	}
	switch {
	case s.Head.Workspace != v.chain.Workspace:
		return v.flawed(audit.Foreign, "the checkpoint is of %s, what stands before it of %s", ChainName(s.Head.Workspace), ChainName(v.chain.Workspace))
	case since != nil && s.Head.Seq < since.Head.Seq:
		return v.flawed(Truncated, "the checkpoint is at event %d, before the older one, which is at event %d", s.Head.Seq, since.Head.Seq)
	case s.Head.Seq > v.chain.Seq:
		return v.flawed(Truncated, "events %d to %d are missing before the checkpoint", v.chain.Seq+1, s.Head.Seq)
	case s.Head != v.chain:
		return v.flawed(audit.Changed, "the checkpoint is not over the events before it: they end with number %d, it signed number %d", v.chain.Seq, s.Head.Seq)
	}
	switch _, err := v.lines.next(); {
	case err == nil || errors.Is(err, errUnclosed) || errors.Is(err, errLong):
		return v.flawed(audit.Changed, "this stands after the checkpoint, so nothing signs it")
	case !errors.Is(err, io.EOF):
		return err
	}
	v.report.Checkpoint, v.report.By = s.Checkpoint, by
	return nil
}

// ReadCheckpoint returns the checkpoint of an earlier export, or of a file that holds
// only its line. What else is in the file is not looked at.
func ReadCheckpoint(r io.Reader, keys []PublicKey) (Checkpoint, error) {
	lines := newLines(r)
	var last []byte
	for {
		line, err := lines.next()
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, errUnclosed) {
			return Checkpoint{}, err
		}
		if err == nil || errors.Is(err, errUnclosed) {
			last = append(last[:0], line...) // whoever copies a line may lose its end
			continue
		}
		break
	}
	s, err := parseCheckpoint(last)
	if err != nil {
		return Checkpoint{}, &Unverifiable{"the last line of the older file is no checkpoint: name a full NDJSON export, or a file with its last line"}
	}
	if _, ok := s.by(keys); !ok {
		return Checkpoint{}, &Flawed{lines.number, Signature, fmt.Sprintf("no public key that was given made the older checkpoint's; it names the key %q", s.Key)}
	}
	return s.Checkpoint, nil
}

// ChainName is how people read whose chain it is.
func ChainName(id uuid.UUID) string {
	if id == uuid.Nil {
		return "the operator's chain"
	}
	return "workspace " + id.String()
}
