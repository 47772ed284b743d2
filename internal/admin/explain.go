package admin

import (
	"context"
	"errors"
	"net/netip"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/ratelimit"
	"latchkey/internal/receipt"
	"latchkey/internal/store"
)

// Explanation is what a receipt says, with what the key looks like now.
type Explanation struct {
	At           time.Time
	Reason       string      // one of receipt.Reasons
	Sentence     string      // why, and what to do, for people
	Setting      string      // one of Settings
	Key          *apikey.Key // as it is now; nil when the receipt names none, or it is gone
	Operation    string      // "" when the refusal came before it was known
	Address      string      // the client's; "" when it could not be established
	Scope        string      // that the key had; "" when it is not the point
	AccessNeeded string      // read, write, delete or own; "" when it is not the point
	RequestID    string
}

// The settings that an explanation can point to: what would have to change for
// the request to be let through.
const (
	SettingNone        = "NONE" // nothing in this workspace
	SettingScope       = "SCOPE"
	SettingDayOfExpire = "DAY_OF_EXPIRE"
	SettingIPAllowlist = "IP_ALLOWLIST"
	SettingRotation    = "ROTATION"
	SettingRevocation  = "REVOCATION"
	SettingDisabled    = "DISABLED"
	SettingSuspended   = "WORKSPACE_SUSPENDED"

	SettingKeyLimit       = "KEY_LIMIT"
	SettingWorkspaceLimit = "WORKSPACE_LIMIT"
)

// Settings returns every setting that an explanation can point to.
func Settings() []string {
	return []string{SettingNone, SettingScope, SettingDayOfExpire, SettingIPAllowlist, SettingRotation, SettingRevocation, SettingDisabled, SettingSuspended,
		SettingKeyLimit, SettingWorkspaceLimit}
}

// ExplainRefusal opens a receipt of who's workspace, or one that names no
// workspace, which says only what the caller sent. One of another workspace, of
// whatever age, is answered like text that is no receipt.
func (s *Service) ExplainRefusal(ctx context.Context, who caller.Caller, text string) (Explanation, error) {
	if err := who.Require(caller.APIKeysRead); err != nil {
		return Explanation{}, err
	}
	now := s.clock()
	r, err := s.open(text, now)
	switch {
	case err != nil && !errors.Is(err, receipt.ErrTooOld):
		return Explanation{}, err
	case r.Workspace != uuid.Nil && r.Workspace != who.Workspace():
		return Explanation{}, receipt.ErrUnreadable
	case err != nil:
		return Explanation{}, err
	}
	return s.explain(ctx, who, r, now)
}

func (s *Service) open(text string, now time.Time) (receipt.Receipt, error) {
	if s.receipts == nil {
		return receipt.Receipt{}, receipt.ErrUnreadable
	}
	return s.receipts.Open(text, now)
}

// explain joins a receipt that who may read with its key as it is now.
func (s *Service) explain(ctx context.Context, who caller.Caller, r receipt.Receipt, now time.Time) (Explanation, error) {
	out := Explanation{
		At: r.At, Reason: r.Reason, Operation: r.Operation, Address: textOf(r.Address),
		Scope: r.Scope, AccessNeeded: r.Access, RequestID: r.RequestID,
	}
	var limits ratelimit.Limits
	// What staff learn from a receipt is a look, also when it takes no row.
	if r.Key != uuid.Nil || who.Kind() == caller.Support {
		err := s.store.View(ctx, who, func(ctx context.Context, v *store.View) error {
			w, ok, err := v.Workspace(ctx)
			if err != nil || !ok {
				return orNotFound(err, errNoWorkspace)
			}
			limits = w.Limits
			zone, err := zoneOf(w)
			if err != nil {
				return err
			}
			if r.Key == uuid.Nil {
				return nil
			}
			key, ok, err := v.Key(ctx, r.Key)
			if ok {
				key = key.As(zone, now)
				out.Key = &key
			}
			return err
		})
		if err != nil {
			return Explanation{}, err
		}
	}
	out.Setting, out.Sentence = why(r, out.Key, limits)
	return out, nil
}

func textOf(a netip.Addr) string {
	if !a.IsValid() {
		return ""
	}
	return a.String()
}
