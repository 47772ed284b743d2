package auditfile

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
)

// MaxLine is the most bytes that a line of an export has, its end included. An
// event of a thousand allowlist entries with the longest notes has under 2 MiB.
const MaxLine = 8 << 20

const (
	eventOpens    = `{"event":`
	previousOpens = `,"previous":"`
	hashOpens     = `","hash":"`
	hashEncoded   = 64
	endOpens      = `{"end":`
)

// appendEvent writes the line of an event.
func appendEvent(b []byte, r audit.Linked) []byte {
	b = append(append(b, eventOpens...), r.Body...)
	b = hex.AppendEncode(append(b, previousOpens...), r.Previous[:])
	b = hex.AppendEncode(append(b, hashOpens...), r.Hash[:])
	return append(b, objectCloses+"\n"...)
}

// parseEvent reads the line of an event, without its end. It reads no other form
// of the same, as far as the event's own bytes are concerned audit.Parse sees to that.
func parseEvent(line []byte) (r audit.Linked, ok bool) {
	const rest = len(previousOpens) + hashEncoded + len(hashOpens) + hashEncoded + len(objectCloses)
	cut := len(line) - rest
	if cut < len(eventOpens) || !bytes.HasPrefix(line, []byte(eventOpens)) {
		return audit.Linked{}, false
	}
	r.Body = bytes.Clone(line[len(eventOpens):cut])
	tail := line[cut:]
	previous, okPrevious := parseHash(tail[len(previousOpens) : len(previousOpens)+hashEncoded])
	hash, okHash := parseHash(tail[len(tail)-len(objectCloses)-hashEncoded : len(tail)-len(objectCloses)])
	r.Previous, r.Hash = previous, hash
	if !okPrevious || !okHash || !bytes.Equal(bytes.TrimSuffix(appendEvent(nil, r), []byte("\n")), line) {
		return audit.Linked{}, false
	}
	return r, true
}

// Reason is why an export ends without a checkpoint.
type Reason string

// The reasons.
const (
	Filtered Reason = "FILTERED" // it is a choice of events
	Broken   Reason = "BROKEN"   // the stored chain does not verify: the events are here to be looked at
)

// wireEnd is the last line of an export without a checkpoint.
type wireEnd struct {
	V         int        `json:"v"`
	Workspace *uuid.UUID `json:"workspace"`
	Seq       int64      `json:"seq"`    // of the head when the export began
	Events    int64      `json:"events"` // in this file
	At        string     `json:"at"`
	Because   Reason     `json:"notVerifiableBecause"`
}

func endLine(head audit.Chain, at time.Time, events int64, because Reason) []byte {
	text, err := json.Marshal(map[string]wireEnd{"end": {1, orNull(head.Workspace), head.Seq, events, at.UTC().Format(timeFormat), because}})
	if err != nil {
		panic(err) // numbers, ids and texts are always JSON
	}
	return append(text, '\n')
}

// parseEnd returns why an export has no checkpoint; "" when the line is none that says so.
func parseEnd(line []byte) Reason {
	var w struct {
		End *wireEnd `json:"end"`
	}
	if !bytes.HasPrefix(line, []byte(endOpens)) || json.Unmarshal(line, &w) != nil || w.End == nil {
		return ""
	}
	return w.End.Because
}
