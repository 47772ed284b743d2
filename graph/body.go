package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"latchkey/internal/fault"
	"latchkey/internal/httpserver"
)

// maxBody is how large a request may be; variables take what the query does not.
const maxBody = 1 << 20

// What is wrong with a body. None of these repeats any of it: it may hold a password.
var (
	errNotJSON  = fault.New(fault.Invalid, codeBadInput, "The body is not one JSON document in UTF-8.")
	errShape    = fault.New(fault.Invalid, codeBadInput, `The body must be an object with "query" as text; "operationName" may be text, "variables" and "extensions" objects.`)
	errNoQuery  = fault.New(fault.Invalid, codeBadInput, `The body has no "query".`)
	errTooLong  = fault.New(fault.TooLarge, "QUERY_TOO_LARGE", "A query has at most 32 KiB. Send values as variables.")
	errBodyRead = fault.New(fault.Invalid, codeBadInput, "The body could not be read to its end.")
)

// body is a GraphQL request over HTTP.
type body struct {
	Query         *string        `json:"query"`
	OperationName *string        `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    map[string]any `json:"extensions"`
}

func decode(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, error) {
	httpserver.LimitBody(w, r, maxBody)
	raw, err := io.ReadAll(r.Body)
	if f, ok := fault.As(err); ok {
		return nil, f
	}
	if err != nil {
		return nil, errBodyRead.Because(err)
	}
	return parse(raw)
}

// parse reads exactly one JSON document.
func parse(raw []byte) (*graphql.RawParams, error) {
	if !utf8.Valid(raw) || !json.Valid(raw) { // Valid refuses what trails the document, too
		return nil, errNotJSON
	}
	var b body
	numbers := json.NewDecoder(bytes.NewReader(raw))
	numbers.UseNumber()
	var wrongType *json.UnmarshalTypeError
	switch err := numbers.Decode(&b); {
	case errors.As(err, &wrongType):
		return nil, errShape
	case err != nil:
		return nil, errNotJSON
	case b.Query == nil || *b.Query == "":
		return nil, errNoQuery
	case len(*b.Query) > maxQueryBytes:
		return nil, errTooLong
	}
	params := &graphql.RawParams{Query: *b.Query, Variables: b.Variables, Extensions: b.Extensions}
	if b.OperationName != nil {
		params.OperationName = *b.OperationName
	}
	return params, nil
}
