package graph

import (
	"encoding/json"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"latchkey/internal/httpserver"
)

// The media types of answers. With the newer one the status tells whether the
// operation ran; with plain JSON it is 200 for every well-formed request.
const (
	plainJSON    = "application/json"
	responseJSON = "application/graphql-response+json"
)

// answerType is the media type that the client wants: of those it names the first
// that exists here, and "" for none.
func answerType(r *http.Request) string {
	accept := r.Header.Values("Accept")
	if len(accept) == 0 {
		return plainJSON
	}
	for wanted := range strings.SplitSeq(strings.Join(accept, ","), ",") {
		media, parameters, err := mime.ParseMediaType(wanted)
		charset := strings.ToLower(parameters["charset"])
		if err != nil || strings.Trim(parameters["q"], "0.") == "" && parameters["q"] != "" || charset != "" && charset != "utf-8" {
			continue
		}
		switch media {
		case responseJSON, plainJSON, eventStream:
			return media
		case "*/*", "application/*":
			return plainJSON
		}
	}
	return ""
}

// written is an answer on the wire. Of an operation that never began there is no
// data, not even null.
type written struct {
	Errors gqlerror.List   `json:"errors,omitempty"`
	Data   json.RawMessage `json:"data,omitempty"`
}

// text is an answer as JSON.
func text(answered *graphql.Response) []byte {
	text, err := json.Marshal(written{answered.Errors, answered.Data})
	if err != nil {
		panic(err) // gqlgen has encoded the data already, and the errors are ours
	}
	return text
}

// answerWith writes an answer in the media type that the client wants, and in plain
// JSON when it wants none that exists. A stream begins only for an operation.
func answerWith(w http.ResponseWriter, r *http.Request, status int, answered *graphql.Response) {
	media := answerType(r)
	switch {
	case media == eventStream && status == http.StatusOK:
		out := &events{w: w}
		if out.begin() == nil && out.next(answered) == nil {
			out.complete()
		}
		return
	case media == "" || media == eventStream:
		media = plainJSON
	}
	body := text(answered)
	w.Header().Set("Content-Type", media+"; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// refuse answers a request whose operation never began.
func refuse(w http.ResponseWriter, r *http.Request, status int, err error) {
	f := asFault(err)
	if f.RetryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(f.RetryAfter))
	}
	e := &gqlerror.Error{}
	e.Message, e.Extensions = tell(f, httpserver.RequestID(r.Context()))
	answerWith(w, r, status, &graphql.Response{Errors: gqlerror.List{e}})
}
