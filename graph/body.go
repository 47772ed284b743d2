package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"latchkey/internal/fault"
)

const (
	// maxBody is how large a request may be; variables take what the query does not.
	maxBody = 1 << 20
	// maxBodies is how many bytes of requests are in memory at once.
	maxBodies = 32 << 20
	// maxStreamBody is how large one may be that begins a stream, which keeps it for as long as it runs.
	maxStreamBody = 64 << 10
	// maxValues is how many members and elements a request may have. Decoded, one of two bytes
	// takes some fifty.
	maxValues = 20_000
)

// What is wrong with a body. None of these repeats any of it: it may hold a password.
var (
	errNotJSON  = fault.New(fault.Invalid, codeBadInput, "The body is not one JSON document in UTF-8.")
	errShape    = fault.New(fault.Invalid, codeBadInput, `The body must be an object with "query" or "documentId" as text; "operationName" may be text, "variables" and "extensions" objects.`)
	errNoQuery  = fault.New(fault.Invalid, codeBadInput, `The request has no "query", and names no document.`)
	errTooLong  = fault.New(fault.TooLarge, "QUERY_TOO_LARGE", "A query has at most 32 KiB. Send values as variables.")
	errValues   = fault.New(fault.Invalid, codeBadInput, "The body has more than 20,000 members and elements.")
	errStream   = fault.New(fault.TooLarge, "QUERY_TOO_LARGE", "A request that begins a stream has at most 64 KiB.")
	errBodyRead = fault.New(fault.Invalid, codeBadInput, "The body could not be read to its end.")
)

// body is a GraphQL request over HTTP.
type body struct {
	Query         *string        `json:"query"`
	DocumentID    *string        `json:"documentId"`
	OperationName *string        `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    map[string]any `json:"extensions"`
}

// asked is what a request asks for: a query, or a document by its id.
type asked struct {
	graphql.RawParams
	documentID string
}

func decode(body io.Reader) (*asked, error) {
	raw, err := io.ReadAll(body)
	if f, ok := fault.As(err); ok {
		return nil, f
	}
	if err != nil {
		return nil, errBodyRead.Because(err)
	}
	return parse(raw)
}

// parse reads exactly one JSON document.
func parse(raw []byte) (*asked, error) {
	if !utf8.Valid(raw) || !json.Valid(raw) { // Valid refuses what trails the document, too
		return nil, errNotJSON
	}
	if valuesIn(raw) > maxValues {
		return nil, errValues
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
	}
	read := &asked{
		RawParams:  graphql.RawParams{Query: or(b.Query, ""), OperationName: or(b.OperationName, ""), Variables: b.Variables, Extensions: b.Extensions},
		documentID: or(b.DocumentID, ""),
	}
	_, persisted := read.Extensions["persistedQuery"].(map[string]any)
	switch {
	case read.Query == "" && read.documentID == "" && !persisted:
		return nil, errNoQuery
	case len(read.Query) > maxQueryBytes:
		return nil, errTooLong
	}
	return read, nil
}

// valuesIn counts the members and elements of a JSON document: what stands first in an
// object or array, and what follows something there. An empty one counts as one.
func valuesIn(document []byte) (n int) {
	for i := 0; i < len(document); i++ {
		switch document[i] {
		case '"':
			for i++; document[i] != '"'; i++ {
				if document[i] == '\\' {
					i++
				}
			}
		case ',', '[', '{':
			n++
		}
	}
	return n
}
