package auditfile

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"latchkey/internal/audit"
)

// Format is how an export is written.
type Format string

// The formats; each is the ending of a file's name, too.
const (
	NDJSON Format = "ndjson"
	CSV    Format = "csv"
)

// ContentType is the media type of the format.
func (f Format) ContentType() string {
	if f == CSV {
		return "text/csv; charset=utf-8; header=present"
	}
	return "application/x-ndjson; charset=utf-8"
}

// Writer writes one export, batch by batch. Unless End was called, what it wrote
// says by itself that it is not whole.
type Writer struct {
	out      io.Writer
	format   Format
	filtered bool
	chain    audit.Chain // as far as it was written, and verified
	started  bool
	broken   bool
	events   int64
}

// NewWriter begins an export of a chain from its first event, or from the one after
// the number given. filtered says that some events will be left out.
func NewWriter(out io.Writer, format Format, filtered bool) *Writer {
	return &Writer{out: out, format: format, filtered: filtered}
}

// Begin writes what comes before the events.
func (w *Writer) Begin() error {
	if w.format == CSV {
		return writeCSV(w.out, Columns())
	}
	return nil
}

// Write writes events that follow those before, with one call of the underlying writer.
func (w *Writer) Write(batch []audit.Linked) error {
	var lines bytes.Buffer
	for _, r := range batch {
		w.follow(r)
		if w.format == NDJSON {
			lines.Write(appendEvent(nil, r))
			continue
		}
		e, err := audit.Parse(r.Body)
		if err != nil {
			return fmt.Errorf("reading an event to export: %w", err)
		}
		if err := writeCSV(&lines, csvRecord(e)); err != nil {
			return err
		}
	}
	w.events += int64(len(batch))
	_, err := w.out.Write(lines.Bytes())
	return err
}

// follow verifies what passes, so that nothing is signed that is broken already.
func (w *Writer) follow(r audit.Linked) {
	if w.filtered || w.broken {
		return
	}
	if e, err := audit.Parse(r.Body); !w.started && err == nil {
		w.chain = audit.Chain{Workspace: e.Workspace, Seq: e.Seq - 1, Hash: r.Previous}
	}
	w.started = true
	flaw, _ := w.chain.Accept(r.Record)
	w.broken = flaw != ""
}

// End writes the end of an export that went up to head, which was read at a time: a
// signed checkpoint, or why there is none. whole is false when the stored chain does
// not verify, which somebody should look at.
func (w *Writer) End(head audit.Chain, at time.Time, keys Keys) (whole bool, err error) {
	whole = w.filtered || !w.broken && w.chain == head
	switch {
	case w.format == CSV:
		err = writeCSV(w.out, csvEnd(head, at, w.events))
	case w.filtered:
		_, err = w.out.Write(endLine(head, at, w.events, Filtered))
	case !whole:
		_, err = w.out.Write(endLine(head, at, w.events, Broken))
	default:
		_, err = w.out.Write(keys.Sign(head, at))
	}
	return whole, err
}
