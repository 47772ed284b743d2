package rest

import (
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/rs/zerolog"

	"latchkey/internal/allowlist"
	"latchkey/internal/apikey"
	"latchkey/internal/cluster"
	"latchkey/internal/httpserver"
	"latchkey/internal/ratelimit"
	"latchkey/internal/receipt"
	"latchkey/internal/records"
	"latchkey/internal/store"
	"latchkey/internal/usage"
	"latchkey/internal/verify"
)

// Config is what the data plane needs.
type Config struct {
	Verifier      *verify.Verifier
	Store         *store.Store
	Recorder      *records.Recorder // of single events; whoever made it runs it
	Usage         *usage.Counter
	Barrier       *cluster.Barrier // where what takes access away waits
	Receipts      *receipt.Sealer
	Limiter       *ratelimit.Limiter
	ClientAddress *allowlist.ClientAddress
	BaseDomain    string             // hosts below it carry a workspace's slug; "": none does
	Log           zerolog.Logger     // failures of our own; never input
	Now           func() time.Time   // nil: time.Now. Tests have a clock of their own
	Bodies        *httpserver.Budget // of all bodies that are in memory at once; nil: [DefaultBodies]
	Watch         Watch
}

// DefaultBodies is how many bytes of bodies are in memory at once, unless it is said.
const DefaultBodies = 64 << 20

// Watch is told what is decided about requests. Its functions must be quick and safe
// for concurrent use; nil tells nobody.
type Watch struct {
	Verified func(outcome string)  // "accepted", "refused" or "failed"
	Limited  func(decision string) // of a call that has limits: "allowed", or the refusal's reason
	Refused  func(reason string)
}

func (w *Watch) fill() {
	for _, f := range []*func(string){&w.Verified, &w.Limited, &w.Refused} {
		if *f == nil {
			*f = func(string) {}
		}
	}
}

// Handler answers requests of the data plane.
type Handler struct {
	config Config
	routes *node
	gzips  gzips
}

// NewHandler returns the data plane.
func NewHandler(c Config) *Handler {
	c.BaseDomain = strings.ToLower(strings.Trim(c.BaseDomain, "."))
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Bodies == nil {
		c.Bodies = httpserver.NewBudget(DefaultBodies)
	}
	c.Watch.fill()
	return &Handler{config: c, routes: newRouter(operations())}
}

// call is one request on its way.
type call struct {
	*Handler
	w       http.ResponseWriter
	r       *http.Request
	trusted bool // the peer is a proxy whose word on scheme and host counts
	address netip.Addr
	match
	pass    verify.Pass
	version version
	query   url.Values
	stream  *verified         // the body as it comes in; nil before it was opened
	drawn   *httpserver.Drawn // what it takes of the budget; nil before it was opened
	body    []byte            // of an operation that writes, where it was read whole
	field   [1]string         // the header RateLimit
	inside  func(work) error  // runs work in the whole request's transaction; nil: it has none
	checked bool              // the request's conditions are met
}

// reply is an answer; without a body it has no content type either.
type reply struct {
	status int
	body   []byte
}

// ServeHTTP answers one request.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c := &call{Handler: h, w: w, r: r}
	defer func() { c.drawn.Release() }() // what was decoded of it has been used by then
	answer, err := h.answer(c)
	if err != nil {
		answer = c.failed(err)
	}
	c.count(answer.status, err)
	if c.stream != nil && !c.stream.ended {
		// Else net/http would wait for the rest of the body before it answers.
		w.Header().Set("Connection", "close")
	}
	c.send(answer)
}

// answer is everything that a request passes, in order.
func (h *Handler) answer(c *call) (reply, error) {
	c.address, _ = h.config.ClientAddress.Of(c.r.RemoteAddr, c.r.Header)
	c.trusted = h.config.ClientAddress.FromTrusted(c.r.RemoteAddr)
	httpserver.SetClient(c.r.Context(), c.address)

	if done, err := c.route(); done || err != nil {
		return reply{status: http.StatusNoContent}, err
	}
	secret, err := credential(c.r.Header)
	if err != nil {
		return reply{}, err
	}
	if c.pass, err = c.verify(secret); err != nil {
		c.tellLimits(refusalOf(err))
		return reply{}, err
	}
	httpserver.SetWorkspace(c.r.Context(), c.pass.Caller.Workspace())
	if err := c.limit(); err != nil {
		return reply{}, err
	}
	if c.version, err = negotiate(c.r.Header["Accept"]); err != nil {
		return reply{}, err
	}
	if c.writeOnly() && conditional(c.r.Header) {
		return reply{}, c.conditionalRefused()
	}
	if c.query, err = parseQuery(c.r.URL.RawQuery); err != nil {
		return reply{}, err
	}
	if c.readsBody() {
		if c.body, err = c.readBody(); err != nil {
			return reply{}, err
		}
	}
	return c.once()
}

// readsBody reports whether the body is read whole before the operation is served: one
// that streams is only where an idempotency key covers it.
func (c *call) readsBody() bool {
	switch {
	case c.operation.manner == streamed:
		return len(c.r.Header[idempotencyKey]) > 0
	case c.operation.access == apikey.Delete:
		return c.r.Method == post
	}
	return c.operation.access == apikey.Write
}

func (c *call) verify(secret string) (verify.Pass, error) {
	pass, err := c.config.Verifier.Verify(c.r.Context(), verify.Request{
		Secret: secret, Address: c.address, Access: c.operation.access, Host: c.slug(), AnyAddress: c.operation.manner == anywhere,
	})
	switch {
	case err == nil:
		c.config.Watch.Verified("accepted")
	case refusalOf(err) != nil:
		c.config.Watch.Verified("refused")
	default:
		c.config.Watch.Verified("failed")
	}
	return pass, err
}

// route finds the operation. It is done when the answer is only which methods
// there are, for which nobody needs a key.
func (c *call) route() (done bool, err error) {
	c.match, err = c.routes.find(c.r.Method, c.r.URL.EscapedPath())
	if c.operation != nil {
		httpserver.SetRoute(c.r.Context(), c.operation.name)
		return false, nil
	}
	if len(c.allow) > 0 {
		c.w.Header().Set("Allow", allowed(c.allow))
		if c.r.Method == http.MethodOptions {
			return true, nil
		}
	}
	return false, err
}

// count tells usage what came of a call, once it is known whose it was.
func (c *call) count(status int, err error) {
	u := usage.Call{
		Workspace: c.pass.Caller.Workspace(), Key: c.pass.Caller.ID(),
		Outcome: strconv.Itoa(status/100) + "xx", Address: c.address, UserAgent: c.r.UserAgent(), Origin: first(c.r.Header["Origin"]), At: time.Now(),
	}
	if key := c.pass.Credential; key != nil && !key.ValidUntil.IsZero() {
		u.OldSecret = key.Secret
	}
	if refusal := refusalOf(err); refusal != nil {
		c.config.Watch.Refused(string(refusal.Reason))
		u.Workspace, u.Key, u.Outcome, u.Refused = refusal.Workspace, refusal.Key, string(refusal.Reason), true
		u.OldSecret = refusal.OldSecret
	}
	if u.Key == uuid.Nil {
		return
	}
	u.Operation, u.Access = c.operation.name, string(c.operation.access)
	c.config.Usage.Count(u)
}

// writeOnly reports whether the key may see no stored value.
func (c *call) writeOnly() bool { return c.pass.Credential.Scope == apikey.WriteOnly }

// conditional reports whether an answer would tell something about what is stored.
func conditional(h http.Header) bool {
	for _, name := range []string{"If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range"} {
		if len(h[name]) > 0 {
			return true
		}
	}
	return false
}

// conditionalRefused is the refusal of a conditional header with such a key: whether
// the condition holds is a stored value.
func (c *call) conditionalRefused() error {
	key := c.pass.Credential
	return &verify.Refusal{Reason: verify.Conditional, Workspace: key.Workspace, Key: key.Key, Scope: key.Scope, Access: apikey.Read}
}

// Panicked answers for a handler that panicked, for httpserver.Options.
func Panicked(w http.ResponseWriter, r *http.Request) {
	c := &call{Handler: &Handler{}, w: w, r: r}
	answer := c.failed(nil)
	w.WriteHeader(answer.status)
	_, _ = w.Write(answer.body)
}
