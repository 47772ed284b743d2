package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/admin"
	"latchkey/internal/auditfile"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/httpserver"
	"latchkey/internal/ratelimit"
	"latchkey/internal/session"
)

// exportStall is how long a client may take for one batch of an export.
const exportStall = 30 * time.Second

// auditExport is GET /audit/{workspace's id}.ndjson and .csv: the audit as a file.
type auditExport struct {
	Config
	keys      auditfile.Keys
	cookies   session.Cookies
	admission *admission
}

// NewAuditExport serves exports of the audit at "/audit/{file}", signed with keys.
// Zero fields of c.Admission mean: 120 in an hour and two at once for each person,
// and eight at once in all.
func NewAuditExport(c Config, keys auditfile.Keys) http.Handler {
	if c.Admission == (Admission{}) {
		c.Admission = Admission{PerPerson: ratelimit.Limit{Calls: 120, Seconds: 3600}, AtOnce: 8, AtOnceEach: 2}
	}
	return &auditExport{c, keys, session.Cookies{PlainHTTP: c.PlainHTTP}, newAdmission(c.Admission, Streams{}.orDefault())}
}

var errExportMethod = fault.New(fault.MethodNotAllowed, "METHOD_NOT_ALLOWED", "An export of the audit is read with GET.")

// ServeHTTP implements http.Handler.
func (x *auditExport) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	own := &request{writer: w, token: x.cookies.Token(r), userAgent: r.UserAgent()}
	own.address, _ = x.Address.Of(r.RemoteAddr, r.Header)
	httpserver.SetClient(r.Context(), own.address)
	switch site := r.Header.Get("Sec-Fetch-Site"); {
	case r.Method != http.MethodGet:
		w.Header().Set("Allow", http.MethodGet)
		x.refuse(w, r, errExportMethod)
		return
	case site != "" && site != "same-origin" && site != "none":
		x.refuse(w, r, errOtherSite) // a link on another page would start it
		return
	}
	leave, err := x.admit(r.Context(), own)
	if err != nil {
		x.refuse(w, r, err)
		return
	}
	defer leave()
	who, workspace, format, err := x.who(own, r.PathValue("file"))
	if err != nil {
		x.refuse(w, r, err)
		return
	}
	in, err := exportOf(workspace, format, r.URL.Query())
	if err != nil {
		x.refuse(w, r, err)
		return
	}
	export, err := x.Admin.ExportAudit(r.Context(), who, in)
	if err != nil {
		x.refuse(w, r, err)
		return
	}
	x.stream(w, r, own, workspace, format, export)
}

// admit finds out who asks, and counts it.
func (x *auditExport) admit(ctx context.Context, own *request) (leave func(), err error) {
	if err := x.admission.address(ctx, own.address); err != nil {
		return nil, err
	}
	if own.signed, own.signedIn, err = x.Sessions.Lookup(ctx, own.token); err != nil {
		return nil, err
	}
	if !own.signedIn {
		return nil, errUnauthenticated
	}
	return x.admission.enter(ctx, own, false)
}

// who is the member that asks, in the workspace that the file's name names.
func (x *auditExport) who(own *request, file string) (who caller.Caller, workspace uuid.UUID, format auditfile.Format, err error) {
	name, ending, _ := strings.Cut(file, ".")
	format = auditfile.Format(ending)
	workspace, ok := parsePlainID(name)
	if !ok || format != auditfile.NDJSON && format != auditfile.CSV {
		return who, workspace, format, errNotFound
	}
	if who, ok = own.signed.In(workspace, own.address); !ok {
		return who, workspace, format, errNotFound
	}
	return who, workspace, format, who.Require(caller.AuditRead)
}

// stream writes the export, and asks before each batch whether the person may still
// have it. An answer that was begun and cannot be finished is aborted, so that no
// client takes it for the whole.
func (x *auditExport) stream(w http.ResponseWriter, r *http.Request, own *request, workspace uuid.UUID, format auditfile.Format, export *admin.AuditExport) {
	name := fmt.Sprintf("audit-%s-%s.%s", workspace, export.At.Format("20060102T150405Z"), format)
	w.Header().Set("Content-Type", format.ContentType())
	w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
	still := func(ctx context.Context) error {
		if err := httpserver.ExtendDeadline(w, exportStall); err != nil {
			return err
		}
		signed, signedIn, err := x.Sessions.Look(ctx, own.token) // which is no use of the session: nobody may sit there
		if err != nil {
			return err
		}
		who, _ := signed.In(workspace, own.address)
		if !signedIn {
			return errUnauthenticated
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		return who.Require(caller.AuditRead)
	}
	whole, err := export.Stream(r.Context(), w, x.keys, still)
	if err != nil {
		if f := asFault(err); f.Kind == fault.Internal && r.Context().Err() == nil {
			x.Log.Error().Err(err).Str("request_id", httpserver.RequestID(r.Context())).Msg("an export of the audit broke off")
		}
		panic(http.ErrAbortHandler)
	}
	if !whole {
		x.Log.Error().Str("workspace", workspace.String()).Msg("the audit of a workspace does not verify: its export is not signed")
	}
}

// exportOf reads the query's parameters, and refuses those there are not: what was
// mistyped would export everything.
func exportOf(workspace uuid.UUID, format auditfile.Format, given url.Values) (in admin.ExportAudit, err error) {
	in.Format = format
	var wrong fault.Fields
	for name, values := range given {
		if !slices.Contains(exportParameters(), name) || len(values) > 1 && name != "action" || slices.Contains(values, "") {
			wrong.Add(fault.New(fault.Invalid, "PARAMETER_INVALID", "The parameters are "+strings.Join(exportParameters(), ", ")+", none empty, and only action more than once.").On(name))
		}
	}
	f := &in.Filter
	f.Actions = given["action"]
	f.ActorKind, f.TargetKind, f.TargetLabel = given.Get("actorKind"), given.Get("targetKind"), given.Get("targetLabel")
	for name, to := range map[string]*uuid.UUID{"actor": &f.Actor, "target": &f.Target} {
		if text := given.Get(name); text != "" {
			var ok bool
			if *to, ok = auditID(workspace, &text); !ok {
				wrong.Add(fault.New(fault.Invalid, "ID_INVALID", "This is not the id of a person, or of a key or entry of this workspace.").On(name))
			}
		}
	}
	for name, to := range map[string]*time.Time{"since": &f.Since, "until": &f.Until} {
		if text := given.Get(name); text != "" {
			if *to, err = time.Parse(time.RFC3339, text); err != nil {
				wrong.Add(fault.New(fault.Invalid, "TIME_MALFORMED", "Write an instant as RFC 3339 has it, such as 2026-11-30T22:59:59Z.").On(name))
			}
		}
	}
	if text := given.Get("after"); text != "" {
		if in.After, err = strconv.ParseInt(text, 10, 64); err != nil || in.After < 1 {
			wrong.Add(fault.New(fault.Invalid, "AFTER_INVALID", "An export goes on after the number of an event, from 1 on.").On("after"))
		}
	}
	return in, wrong.Err()
}

func exportParameters() []string {
	return []string{"action", "actor", "actorKind", "target", "targetKind", "targetLabel", "since", "until", "after"}
}

// refuse answers what never began, in the form of the API's errors.
func (x *auditExport) refuse(w http.ResponseWriter, r *http.Request, err error) {
	f := asFault(err)
	if f.Kind == fault.Internal {
		x.Log.Error().Err(err).Str("request_id", httpserver.RequestID(r.Context())).Msg("a request failed")
	}
	if f.RetryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(f.RetryAfter))
	}
	message, extensions := tell(f, httpserver.RequestID(r.Context()))
	text, marshalErr := json.Marshal(map[string]any{"errors": []any{map[string]any{"message": message, "extensions": extensions}}})
	if marshalErr != nil {
		panic(marshalErr) // texts and numbers are always JSON
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(exportStatus(f.Kind))
	_, _ = w.Write(append(text, '\n')) // a client that has gone needs no answer
}

// exportStatus is what a kind of fault is in HTTP, where the answer is a file.
func exportStatus(kind fault.Kind) int {
	switch answerTo(kind).code {
	case codeBadInput:
		if kind == fault.MethodNotAllowed {
			return http.StatusMethodNotAllowed
		}
		return http.StatusBadRequest
	case codeUnauthenticated:
		return http.StatusUnauthorized
	case codeForbidden, codeReauthenticate:
		return http.StatusForbidden
	case codeNotFound:
		return http.StatusNotFound
	case codeRateLimited:
		return http.StatusTooManyRequests
	case codeUnavailable:
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}
