package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"

	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"

	"latchkey/internal/fault"
)

// ErrUnavailable is what callers are told while PostgreSQL cannot be reached.
var ErrUnavailable = fault.New(fault.Unavailable, "UNAVAILABLE",
	"The service cannot reach its storage right now. Try again in a moment.").After(1)

func unavailable(err error) error { return ErrUnavailable.Because(err) }

// translate turns failures of PostgreSQL itself into ErrUnavailable, and leaves
// all others as they are.
func translate(err error) error {
	if err == nil {
		return nil
	}
	if _, isFault := fault.As(err); isFault {
		return err
	}
	var network net.Error
	switch {
	case errors.Is(err, driver.ErrBadConn), errors.Is(err, sql.ErrConnDone), errors.Is(err, io.EOF),
		errors.Is(err, io.ErrUnexpectedEOF), errors.As(err, &network), errors.Is(err, context.DeadlineExceeded), outage(err):
		return unavailable(err)
	}
	return err
}

// outage reports whether PostgreSQL said that it cannot serve just now:
// connection (08), resources (53), operator intervention (57) and its own
// crashes (58), the lock timeout included, a statement's own timeout not.
func outage(err error) bool {
	e := pq.As(err)
	if e == nil || e.Code == pqerror.QueryCanceled {
		return false
	}
	switch string(e.Code)[:2] {
	case "08", "53", "57", "58":
		return true
	}
	return e.Code == pqerror.LockNotAvailable
}

// lostConflict reports whether a transaction may succeed when it is run again.
func lostConflict(err error) bool {
	return pq.As(err, pqerror.TRSerializationFailure, pqerror.TRDeadlockDetected) != nil
}

// TimedOut reports whether a statement ran into statement_timeout.
func TimedOut(err error) bool { return pq.As(err, pqerror.QueryCanceled) != nil }

// Violates reports whether err is the violation of the named unique constraint or
// foreign key.
func Violates(err error, constraint string) bool {
	e := pq.As(err, pqerror.UniqueViolation, pqerror.ForeignKeyViolation)
	return e != nil && e.Constraint == constraint
}
