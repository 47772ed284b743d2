package admin

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"time"

	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/fault"
	"latchkey/internal/receipt"
	"latchkey/internal/session"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

// Service is the use cases.
type Service struct {
	store   *store.Store
	barrier *cluster.Barrier
	scheme  apikey.Scheme
	peppers apikey.Peppers
	now     func() time.Time
	random  io.Reader

	receipts *receipt.Opener
	sessions *session.Service
}

// Options of a service; the zero value is for production.
type Options struct {
	Now    func() time.Time // nil: time.Now
	Random io.Reader        // what secrets are minted from; nil: crypto/rand

	Receipts *receipt.Opener // nil: none can be opened

	Sessions *session.Service // mails invitations; needed by InviteMember alone
}

// New returns the use cases over st.
func New(st *store.Store, barrier *cluster.Barrier, scheme apikey.Scheme, peppers apikey.Peppers, o Options) *Service {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	return &Service{st, barrier, scheme, peppers, o.Now, o.Random, o.Receipts, o.Sessions}
}

// clock returns the time in the precision that PostgreSQL keeps.
func (s *Service) clock() time.Time { return s.now().UTC().Truncate(time.Microsecond) }

// change is a transaction that changes settings, with the workspace locked.
type change struct {
	*store.Tx
	workspace workspace.Workspace
	zone      *time.Location
	now       time.Time
	scheme    apikey.Scheme
}

// errSecretInText is for a secret that was pasted into the wrong box: names and
// notes are stored and recorded for good.
var errSecretInText = fault.New(fault.Invalid, "SECRET_IN_TEXT",
	"This looks like the secret of an API key, which must not be stored. Write something else; if the secret was real, revoke its key.")

// prose returns what is wrong with a text that people write: err, or that it
// holds a secret.
func (c *change) prose(text string, err error) error {
	if err == nil && len(c.scheme.Find([]byte(text))) > 0 {
		return errSecretInText
	}
	return err
}

// change runs f, and after the commit waits until every node knows. f may run
// more than once, so it assigns results only as its last act.
func (s *Service) change(ctx context.Context, who caller.Caller, f func(context.Context, *change) error) (cluster.Propagation, error) {
	if err := s.settle(ctx, who, f); err != nil {
		return cluster.Propagation{}, err
	}
	return s.barrier.Wait(ctx), nil
}

// settle is change for what no node needs to know.
func (s *Service) settle(ctx context.Context, who caller.Caller, f func(context.Context, *change) error) error {
	return s.store.InWorkspace(ctx, who, func(ctx context.Context, tx *store.Tx) error {
		w, ok, err := tx.LockWorkspace(ctx)
		if err != nil || !ok {
			return orNotFound(err, errNoWorkspace)
		}
		if err := stillMay(ctx, tx); err != nil {
			return err
		}
		zone, err := zoneOf(w)
		if err != nil {
			return err
		}
		return f(ctx, &change{tx, w, zone, s.clock(), s.scheme})
	})
}

// stillMay asks, now that the workspace is locked, whether the caller is a member as they
// were when the request began. So once somebody was removed, or got a lower role, no
// change of theirs that was under way is committed.
func stillMay(ctx context.Context, tx *store.Tx) error {
	who := tx.Caller()
	if who.Kind() != caller.Member {
		return nil
	}
	switch role, err := tx.RoleOf(ctx, who.ID()); {
	case err != nil:
		return err
	case role == "":
		return errNoWorkspace
	case who.Role().Above(role):
		return caller.Caller{}.Require(caller.WorkspaceRead)
	}
	return nil
}

// record appends the audit event of what the change did. It comes last.
func (c *change) record(ctx context.Context, what audit.Action, target audit.Target, before, after audit.Values) error {
	_, err := c.Audit(ctx, audit.Event{
		At: c.now, Actor: c.Caller().Actor(), Address: c.Caller().Address(),
		Action: what, Target: target, Before: before, After: after,
	})
	return err
}

func zoneOf(w workspace.Workspace) (*time.Location, error) {
	zone, err := apikey.LoadZone(w.TimeZone)
	if err != nil {
		// It was checked when it was set, so this is not the caller's doing.
		return nil, fmt.Errorf("the time zone of workspace %s: %v", w.ID, err)
	}
	return zone, nil
}

// The answers to ids that are absent or belong to another workspace.
var (
	errNoWorkspace = notFound("There is no such workspace.")
	errNoKey       = notFound("There is no such API key in this workspace.")
	errNoEntry     = notFound("There is no such entry on this workspace's IP allowlist.")
)

func notFound(sentence string) *fault.Error {
	return fault.New(fault.NotFound, "NOT_FOUND", sentence)
}

func orNotFound(err error, absent *fault.Error) error {
	if err != nil {
		return err
	}
	return absent
}

// newerVersion is the answer to an edit that started from another version than
// the one there is.
func newerVersion(expected, current int) error {
	if expected == current {
		return nil
	}
	return fault.New(fault.Conflict, "CONFLICT", fmt.Sprintf(
		"This was changed in the meantime: it is at version %d now, and your edit started from version %d. Load it again and repeat your edit.",
		current, expected)).On("expectedVersion")
}
