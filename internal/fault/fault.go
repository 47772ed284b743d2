// Package fault is Latchkey's one error type for everything that a caller may
// be told.
//
// A fault has a [Kind] (what sort of failure, which decides the transport's
// status), a stable [Code] (what programs switch on) and a sentence that is
// safe to show: it never holds a secret, another tenant's data or SQL. The
// cause, when there is one, is for the log only and is reached by errors.Is and
// errors.As. An error that is no fault is an internal one, and callers learn
// nothing of it but the request's id.
//
// Exactly one table turns faults into GraphQL errors (package graph) and one
// into REST errors (package rest); tests walk every kind through both.
//
// Faults are values without state; they may be shared between goroutines.
package fault

import "errors"

// Kind is the sort of a failure.
type Kind uint8

// The kinds. Internal is the zero value, so that a forgotten kind is never
// mistaken for something the caller did.
const (
	Internal           Kind = iota // a bug or an unknown failure
	Invalid                        // the input is wrong; the same input will fail again
	NotFound                       // absent, or in another workspace: word for word alike
	Conflict                       // a newer version exists, or the state forbids it
	Mismatch                       // it says that it repeats an earlier request, and is another one
	PreconditionFailed             // what is stored is not what the caller made it conditional on
	Unauthenticated                // nobody is signed in, or the key is not valid
	Reauthenticate                 // signed in too long ago for this
	Forbidden                      // known, and not allowed
	RateLimited                    // too often; RetryAfter says when
	TooLarge                       // the body is over its limit
	UnsupportedMedia               // the body's media type is not one that is read here
	NotAcceptable                  // the asked-for version does not exist
	MethodNotAllowed               // the path exists, the method on it does not
	Unavailable                    // PostgreSQL (or what else is needed) cannot be reached now
	kinds
)

// Kinds returns every kind, for tests that walk the error tables.
func Kinds() []Kind {
	all := make([]Kind, 0, kinds)
	for k := Kind(0); k < kinds; k++ {
		all = append(all, k)
	}
	return all
}

// Code is a stable name in SCREAMING_SNAKE_CASE that programs may rely on. The
// REST plane writes the same codes in lower case.
type Code string

// Error is a failure that a caller may be told of.
type Error struct {
	Kind    Kind
	Code    Code
	Message string // a sentence that is safe to show and says what to do
	// Field is the path of the input that is wrong, outermost first; nil when
	// the failure is not about one field.
	Field []string
	// RetryAfter is in whole seconds, and 0 when waiting does not help.
	RetryAfter int
	cause      error
}

// New makes a fault.
func New(kind Kind, code Code, message string) *Error {
	return &Error{Kind: kind, Code: code, Message: message}
}

// Error returns the safe sentence, followed by the cause for the log.
func (e *Error) Error() string {
	if e.cause == nil {
		return e.Message
	}
	return e.Message + ": " + e.cause.Error()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.cause }

// On returns a copy that is about the input field at path.
func (e *Error) On(path ...string) *Error {
	c := *e
	c.Field = path
	return &c
}

// Because returns a copy with a cause for the log.
func (e *Error) Because(cause error) *Error {
	c := *e
	c.cause = cause
	return &c
}

// After returns a copy that asks the caller to wait seconds before it tries again.
func (e *Error) After(seconds int) *Error {
	c := *e
	c.RetryAfter = seconds
	return &c
}

// Is makes errors.Is compare faults by kind and code, whatever their sentence.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Kind == e.Kind && t.Code == e.Code
}

// As returns the fault in err's chain. ok is false for internal errors.
func As(err error) (f *Error, ok bool) {
	ok = errors.As(err, &f)
	return f, ok
}

// On returns the fault in err's chain as one about the input field at path; an error
// that is no fault, nil included, as it is.
func On(err error, path ...string) error {
	if f, ok := As(err); ok {
		return f.On(path...)
	}
	return err
}

// Fields is several wrong inputs at once, in the order they were found.
type Fields []*Error

// Error lists the sentences.
func (f Fields) Error() string {
	s := ""
	for i, e := range f {
		if i > 0 {
			s += "; "
		}
		s += e.Message
	}
	return s
}

// Add appends err when it is not nil. An error that is no fault is kept as an
// internal one, without its text.
func (f *Fields) Add(err error) {
	if err == nil {
		return
	}
	e, ok := As(err)
	if !ok {
		e = New(Internal, "INTERNAL", "Something went wrong on our side.").Because(err)
	}
	*f = append(*f, e)
}

// Err returns nil when nothing was added.
func (f Fields) Err() error {
	if len(f) == 0 {
		return nil
	}
	return f
}
