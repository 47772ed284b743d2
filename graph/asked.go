package graph

import (
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"latchkey/internal/fault"
)

// What is wrong with how a request is sent.
var (
	errMethod        = fault.New(fault.MethodNotAllowed, "METHOD_NOT_ALLOWED", "GraphQL is asked with POST here, or with GET for what only reads.")
	errMutationByGet = fault.New(fault.MethodNotAllowed, "METHOD_NOT_ALLOWED", "Send mutations with POST: a GET changes nothing.")
	errOtherSite     = fault.New(fault.Forbidden, "CROSS_ORIGIN", "Pages of other sites may not use this API.")
	errAccept        = fault.New(fault.NotAcceptable, "NOT_ACCEPTABLE", "Answers are application/graphql-response+json, application/json or, of subscriptions, text/event-stream.")
	errContentType   = fault.New(fault.UnsupportedMedia, "UNSUPPORTED_MEDIA_TYPE", "Send the request as application/json in UTF-8.")
	errParameters    = fault.New(fault.Invalid, codeBadInput, `The address must have "query" or "documentId" once; "operationName" may be there once, "variables" and "extensions" once as JSON objects.`)
)

// readRequest reads the operation; status is that of the answer when err is not nil.
func readRequest(w http.ResponseWriter, r *http.Request, body io.Reader) (params *asked, status int, err error) {
	switch {
	case r.Method != http.MethodPost && r.Method != http.MethodGet:
		w.Header().Set("Allow", http.MethodGet+", "+http.MethodPost)
		return nil, http.StatusMethodNotAllowed, errMethod
	case answerType(r) == "":
		return nil, http.StatusNotAcceptable, errAccept
	case r.Method == http.MethodGet && !sameSite(r):
		return nil, http.StatusForbidden, errOtherSite
	case r.Method == http.MethodGet:
		params, err = fromURL(r.URL.RawQuery)
		return params, http.StatusBadRequest, err
	case !isJSON(r.Header.Get("Content-Type")):
		return nil, http.StatusUnsupportedMediaType, errContentType
	}
	params, err = decode(body)
	if f, ok := fault.As(err); ok && f.Kind == fault.TooLarge {
		return nil, http.StatusRequestEntityTooLarge, f
	} else if ok && f.Kind == fault.Unavailable {
		return nil, http.StatusServiceUnavailable, f
	}
	return params, http.StatusBadRequest, err
}

// sameSite reports whether no page of another site sends this GET, as far as the
// browser says. Such a page could not read the answer, and still make work.
func sameSite(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return true
	}
	return false
}

func isJSON(contentType string) bool {
	media, parameters, err := mime.ParseMediaType(contentType)
	charset := strings.ToLower(parameters["charset"])
	return err == nil && media == plainJSON && (charset == "" || charset == "utf-8")
}

// fromURL reads the parameters of a GET. Others than its own are left alone.
func fromURL(raw string) (*asked, error) {
	values, err := url.ParseQuery(raw)
	if err != nil || !utf8.ValidString(raw) {
		return nil, errParameters
	}
	text := map[string]json.RawMessage{}
	for name, isText := range map[string]bool{"query": true, "documentId": true, "operationName": true, "variables": false, "extensions": false} {
		given, there := values[name]
		switch {
		case !there:
		case len(given) > 1 || !utf8.ValidString(given[0]):
			return nil, errParameters
		case isText:
			text[name], err = json.Marshal(given[0])
		case json.Valid([]byte(given[0])):
			text[name] = json.RawMessage(given[0])
		default:
			return nil, errParameters
		}
	}
	if err != nil {
		return nil, errParameters
	}
	document, err := json.Marshal(text)
	if err != nil {
		return nil, errParameters
	}
	params, err := parse(document)
	if err == errShape {
		return nil, errParameters
	}
	return params, err
}
