package rest

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"

	"latchkey/internal/fault"
)

func TestEveryKindOfFaultHasAnAnswer(t *testing.T) {
	for _, kind := range fault.Kinds() {
		for _, accept := range []string{"*/*", "application/problem+json"} {
			f := fault.New(kind, "SOME_CODE", "A sentence.").After(7)
			status, header, body := failWith(t, f, accept)
			if status < 400 || status > 599 || (kind == fault.Internal) != (status == 500) {
				t.Errorf("kind %d: status %d", kind, status)
			}
			if body["request_id"] == nil || body["code"] == "" || body["id"] != nil {
				t.Errorf("kind %d: %v", kind, body)
			}
			if _, has := body["errors"]; has != (kind == fault.Invalid) {
				t.Errorf("kind %d: %v", kind, body)
			}
			if _, has := body["detail"]; !has && kind != fault.Invalid {
				t.Errorf("kind %d has no detail: %v", kind, body)
			}
			if kind != fault.Internal && (header.Get("Retry-After") != "7" || body["code"] != "some_code") {
				t.Errorf("kind %d: %v %v", kind, header, body)
			}
			if (status == 401) != (header.Get("Www-Authenticate") == "Token") {
				t.Errorf("kind %d: %v", kind, header)
			}
			if accept != "*/*" && (header.Get("Content-Type") != accept || body["status"] != float64(status)) {
				t.Errorf("kind %d: %v %v", kind, header, body)
			}
		}
	}
}

func TestInternalErrorsTellNothing(t *testing.T) {
	for _, err := range []error{
		errors.New("pq: secret SQL"),
		fault.New(fault.Internal, "SECRET", "secret"),
		fault.Fields{fault.New(fault.Internal, "SECRET", "secret")},
		nil,
	} {
		status, _, body := failWith(t, err, "")
		if status != 500 || body["code"] != "internal" || body["detail"] != errInternal.Message {
			t.Errorf("%v: %d %v", err, status, body)
		}
	}
}

func failWith(t *testing.T, err error, accept string) (int, http.Header, map[string]any) {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.Header.Set("Accept", accept)
	w := httptest.NewRecorder()
	answer := (&call{Handler: &Handler{}, w: w, r: r}).failed(err)
	var body map[string]any
	must(t, json.Unmarshal(answer.body, &body))
	return answer.status, w.Header(), body
}
