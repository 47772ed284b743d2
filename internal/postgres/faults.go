package postgres

import (
	"fmt"

	"latchkey/internal/fault"
)

// The failures a person can do something about. Compare with errors.Is; the
// sentence of the returned fault names the paths and users concerned.
var (
	ErrMissing     = fault.New(fault.Unavailable, "POSTGRES_MISSING", "The programs of PostgreSQL were not found.")
	ErrInUse       = fault.New(fault.Conflict, "POSTGRES_IN_USE", "The data directory is in use.")
	ErrDirectory   = fault.New(fault.Invalid, "POSTGRES_DIRECTORY", "The data directory cannot be used.")
	ErrStart       = fault.New(fault.Unavailable, "POSTGRES_START", "PostgreSQL did not start.")
	ErrUnreached   = fault.New(fault.Unavailable, "POSTGRES_UNREACHED", "PostgreSQL cannot be reached.")
	ErrRole        = fault.New(fault.Invalid, "POSTGRES_ROLE", "The database role is the wrong one.")
	ErrLosesData   = fault.New(fault.Invalid, "LOSES_DATA", "PostgreSQL may lose what it has confirmed.")
	ErrNewerSchema = fault.New(fault.Conflict, "SCHEMA_NEWER", "The database is newer than this program.")
)

// saying returns a copy of f with a sentence for this case.
func saying(f *fault.Error, format string, args ...any) *fault.Error {
	c := *f
	c.Message = fmt.Sprintf(format, args...)
	return &c
}

func foreign(dataDir string) *fault.Error {
	return saying(ErrDirectory, "The data directory %s belongs to another user. Start Latchkey as that user, or choose another data directory (--data-dir).", dataDir)
}
