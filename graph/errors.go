package graph

import (
	"context"
	"errors"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/rs/zerolog"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"latchkey/graph/model"
	"latchkey/internal/fault"
	"latchkey/internal/httpserver"
)

// The codes of errors, in extensions.code.
const (
	codeUnauthenticated = "UNAUTHENTICATED"
	codeReauthenticate  = "REAUTHENTICATION_REQUIRED"
	codeForbidden       = "FORBIDDEN"
	codeNotFound        = "NOT_FOUND"
	codeBadInput        = "BAD_USER_INPUT"
	codeTooComplex      = "QUERY_TOO_COMPLEX"
	codeRateLimited     = "RATE_LIMITED"
	codeUnavailable     = "UNAVAILABLE"
	codeInternal        = "INTERNAL"
)

// answer is what becomes of a kind of fault.
type answer struct {
	code    string // of the GraphQL error
	data    bool   // a mutation answers it in userErrors instead
	message string // said in place of the fault's own sentence
}

// answerTo is the one table from faults to GraphQL.
func answerTo(kind fault.Kind) answer {
	switch kind {
	case fault.Invalid:
		return answer{code: codeBadInput, data: true}
	case fault.Conflict:
		return answer{code: codeBadInput, data: true}
	case fault.Mismatch, fault.PreconditionFailed, fault.TooLarge, fault.UnsupportedMedia, fault.NotAcceptable, fault.MethodNotAllowed:
		return answer{code: codeBadInput}
	case fault.NotFound:
		return answer{code: codeNotFound, message: "There is nothing with this id, or you do not belong to its workspace."}
	case fault.Unauthenticated:
		return answer{code: codeUnauthenticated, message: "Nobody is signed in. Sign in first."}
	case fault.Reauthenticate:
		return answer{code: codeReauthenticate}
	case fault.Forbidden:
		return answer{code: codeForbidden}
	case fault.RateLimited:
		return answer{code: codeRateLimited}
	case fault.Unavailable:
		return answer{code: codeUnavailable}
	default:
		return answer{code: codeInternal, message: "Something went wrong on our side. Tell support the request id."}
	}
}

// The failures that this package finds itself.
var (
	errUnauthenticated = fault.New(fault.Unauthenticated, "UNAUTHENTICATED", "Nobody is signed in.")
	errNotFound        = fault.New(fault.NotFound, "NOT_FOUND", "There is nothing with this id.")
	errNotStaff        = fault.New(fault.Forbidden, "FORBIDDEN", "Only support staff can do this, and only whoever runs this installation says who that is.")
	errTooLate         = fault.New(fault.Unavailable, "UNAVAILABLE", "This took too long. Try again in a moment.")
)

// expected splits what a use case returned: what a person can mend becomes the
// payload's userErrors, and all else stays an error. Both are empty on success.
func expected(err error) ([]*model.UserError, error) {
	shown := []*model.UserError{}
	for _, f := range faults(err) {
		if !answerTo(f.Kind).data {
			return shown, f
		}
		code := model.UserErrorCode(f.Code)
		if !code.IsValid() {
			code = model.UserErrorCodeBadInput
		}
		shown = append(shown, &model.UserError{Code: code, Message: f.Message, Field: f.Field})
	}
	if len(shown) == 0 {
		return shown, err
	}
	return shown, nil
}

// faults returns the faults that err is made of; none for an internal error.
func faults(err error) fault.Fields {
	if several := (fault.Fields)(nil); errors.As(err, &several) {
		return several
	}
	if f, ok := fault.As(err); ok {
		return fault.Fields{f}
	}
	return nil
}

// absentIsNil turns "not found" into null, which is what looking something up answers.
func absentIsNil(err error) error {
	if f, ok := fault.As(err); ok && f.Kind == fault.NotFound {
		return nil
	}
	return err
}

// presenter turns the errors of an execution into what the client is told.
func presenter(log zerolog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		var shown *gqlerror.Error
		if errors.As(err, &shown) && shown.Err == nil {
			return fromGraphQL(shown)
		}
		told := &gqlerror.Error{Path: graphql.GetPath(ctx)}
		if shown != nil {
			told.Path, told.Locations = shown.Path, shown.Locations
		}
		f := asFault(err)
		told.Message, told.Extensions = tell(f, httpserver.RequestID(ctx))
		if f.Kind == fault.Internal {
			log.Error().Err(err).Str("request_id", httpserver.RequestID(ctx)).Str("path", told.Path.String()).Msg("an operation failed")
		}
		return told
	}
}

// asFault is the fault in err, or the one that stands for what is none.
func asFault(err error) *fault.Error {
	if all := faults(err); len(all) > 0 {
		return all[0]
	}
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return errTooLate
	}
	return fault.New(fault.Internal, codeInternal, "")
}

// tell is what a client reads of a fault: the sentence and the extensions.
func tell(f *fault.Error, requestID string) (message string, extensions map[string]any) {
	a := answerTo(f.Kind)
	message, extensions = f.Message, map[string]any{"code": a.code}
	if a.message != "" {
		message = a.message
	}
	if f.RetryAfter > 0 {
		extensions["retryAfter"] = f.RetryAfter
	}
	if len(f.Field) > 0 {
		extensions["field"] = f.Field
	}
	if f.Kind == fault.Internal {
		extensions["requestId"] = requestID
	}
	return message, extensions
}

// fromGraphQL gives an error of the parser, the validator or the executor itself
// one of our codes: the query, or its variables, are wrong.
func fromGraphQL(e *gqlerror.Error) *gqlerror.Error {
	switch code, _ := e.Extensions["code"].(string); code {
	case codeTooComplex, codeBadInput, codeDocumentUnknown, codeNoDocuments, codeNotTrusted:
	case errcode.ParseFailed, errcode.ValidationFailed, "":
		e.Message = shortNames(withoutValues(e, code))
		told := map[string]any{"code": codeBadInput}
		if field, about := e.Extensions["field"]; about {
			told["field"] = field
		}
		e.Extensions = told
	}
	return e
}

// withoutValues is a sentence of the parser, of a rule of the validator or of the
// executor without what it repeats of the values that were sent: one of them may be
// a password. What inputs finds has none of them.
func withoutValues(e *gqlerror.Error, code string) string {
	switch sentence := e.Message; {
	case code == errcode.ParseFailed:
		if at := strings.IndexAny(sentence, `"\`); at >= 0 {
			sentence = strings.TrimRight(sentence[:at], " ,:") + "."
		}
		return "The query has a syntax error. " + sentence
	case e.Rule == "" && strings.HasPrefix(sentence, "operation ") && strings.HasSuffix(sentence, " not found"):
		return "The document has no such operation. Name one of its own, which must be done when it has several."
	case e.Rule == "" && len(e.Path) > 0 && code == errcode.ValidationFailed:
		e.Path = nil // it may have a name of the client's
		return "A variable is not of its type."
	default:
		return sentence
	}
}
