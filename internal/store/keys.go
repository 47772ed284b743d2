package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	keyrow "latchkey/ent/gen/apikey"
	"latchkey/internal/apikey"
	"latchkey/internal/caller"
)

// A key with its current secret, when a rotation of it ends, what came of its
// superseded secrets, and its last use. What is a subquery is looked up for the rows
// of a page only.
const (
	// OFFSET 0 keeps the planner from looking for the greatest of all that end.
	keyRotation = `(SELECT max(o.valid_until) FROM (SELECT o.valid_until FROM api_key_secret o WHERE o.workspace_id = k.workspace_id AND o.key_id = k.id OFFSET 0) o)`
	keyRefusals = `(SELECT COALESCE(sum(r.refusals), 0)::bigint FROM api_key_secret_use r WHERE r.workspace_id = k.workspace_id AND r.key_id = k.id)`
	keyColumns  = `SELECT k.id, k.name, k.scope, k.expires_on, k.disabled_at, k.enabled_at, k.revoked_at, k.revocation_reason, k.revocation_note,
		k.created_at, k.created_by_id, k.created_by_label, k.version, s.hint, ` + keyRotation + `, ` + keyRefusals + `,
		NULLIF(u.at, '-infinity'), u.address, u.user_agent, u.operation`
	keyJoins = `
		JOIN api_key_secret s ON s.workspace_id = $1 AND s.key_id = k.id AND s.valid_until IS NULL
		LEFT JOIN api_key_use u ON u.workspace_id = $1 AND u.key_id = k.id`
	keyFrom = ` FROM api_key k` + keyJoins + ` WHERE k.workspace_id = $1`
)

// CreateKey adds a key with its first secret.
func (t *Tx) CreateKey(ctx context.Context, k apikey.Key, secret apikey.Hash) error {
	create := t.ent.APIKey.Create().SetID(k.ID).SetName(k.Name).SetNameKey(apikey.FoldName(k.Name)).SetScope(string(k.Scope)).
		SetVersion(int32(k.Version)).SetCreatedAt(k.CreatedAt).SetCreatedByLabel(k.CreatedBy.Label).SetNillableExpiresOn(dayOrNil(k.ExpiresOn))
	if k.CreatedBy.ID != uuid.Nil {
		create.SetCreatedByID(k.CreatedBy.ID)
	}
	if err := create.Exec(ctx); err != nil {
		return fmt.Errorf("creating a key: %w", err)
	}
	return t.addSecret(ctx, k.ID, secret, k.Hint, k.CreatedAt)
}

// addSecret adds the current secret of a key.
func (t *Tx) addSecret(ctx context.Context, key uuid.UUID, secret apikey.Hash, hint string, at time.Time) error {
	err := t.ent.APIKeySecret.Create().SetID(uuid.New()).SetKeyID(key).SetPepperID(secret.PepperID).SetHash(secret.Sum[:]).
		SetHint(hint).SetCreatedAt(at).Exec(ctx)
	if err != nil {
		return fmt.Errorf("creating a key's secret: %w", err)
	}
	return nil
}

// Key returns a key, without what apikey.Key.As fills in.
func (v *View) Key(ctx context.Context, id uuid.UUID) (k apikey.Key, ok bool, err error) {
	return v.key(ctx, keyColumns+keyFrom+` AND k.id = $2`, id)
}

// LockKey is Key for who is going to change it.
func (t *Tx) LockKey(ctx context.Context, id uuid.UUID) (k apikey.Key, ok bool, err error) {
	return t.key(ctx, keyColumns+keyFrom+` AND k.id = $2 FOR NO KEY UPDATE OF k`, id)
}

func (v *View) key(ctx context.Context, query string, id uuid.UUID) (k apikey.Key, ok bool, err error) {
	k, err = scanKey(v.QueryRow(ctx, query, v.who.Workspace(), id), v.who.Workspace())
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return apikey.Key{}, false, nil
	case err != nil:
		return apikey.Key{}, false, fmt.Errorf("reading a key: %w", err)
	}
	one := []apikey.Key{k}
	err = v.addRotations(ctx, one)
	return one[0], err == nil, err
}

// SaveKey writes what may be edited of a key that LockKey returned, as its next
// version, and returns it as it is now.
func (t *Tx) SaveKey(ctx context.Context, k apikey.Key) (apikey.Key, error) {
	update := t.ent.APIKey.Update().Where(keyrow.ID(k.ID), keyrow.Version(int32(k.Version))).AddVersion(1).
		SetName(k.Name).SetNameKey(apikey.FoldName(k.Name)).SetScope(string(k.Scope))
	if day := dayOrNil(k.ExpiresOn); day != nil {
		update.SetExpiresOn(*day)
	} else {
		update.ClearExpiresOn()
	}
	if k.DisabledAt.IsZero() {
		update.ClearDisabledAt()
	} else {
		update.SetDisabledAt(k.DisabledAt)
	}
	if !k.EnabledAt.IsZero() {
		update.SetEnabledAt(k.EnabledAt)
	}
	if !k.RevokedAt.IsZero() {
		update.SetRevokedAt(k.RevokedAt).SetRevocationReason(string(k.RevocationReason)).SetRevocationNote(k.RevocationNote)
	}
	switch changed, err := update.Save(ctx); {
	case err != nil:
		return k, fmt.Errorf("saving a key: %w", err)
	case changed != 1:
		return k, fmt.Errorf("saving a key: %d rows changed", changed)
	}
	k.Version++
	return k, nil
}

// RevokeAllKeys revokes every key that is not, and returns how many these were.
// The workspace's own row comes first, so that all of it is one change of access.
func (t *Tx) RevokeAllKeys(ctx context.Context, at time.Time, reason apikey.RevocationReason, note string) (int, error) {
	if _, err := t.Exec(ctx, `UPDATE workspace SET version = version WHERE id = $1`, t.who.Workspace()); err != nil {
		return 0, fmt.Errorf("revoking all keys: %w", err)
	}
	done, err := t.Exec(ctx, `UPDATE api_key SET revoked_at = $2, revocation_reason = $3, revocation_note = $4, version = version + 1
		WHERE workspace_id = $1 AND revoked_at IS NULL`, t.who.Workspace(), at, string(reason), note)
	if err != nil {
		return 0, fmt.Errorf("revoking all keys: %w", err)
	}
	n, err := done.RowsAffected()
	return int(n), err
}

// LiveKeys counts the keys that are not revoked.
func (v *View) LiveKeys(ctx context.Context) (int, error) {
	n, err := v.ent.APIKey.Query().Where(keyrow.RevokedAtIsNil()).Count(ctx)
	if err != nil {
		return 0, fmt.Errorf("counting keys: %w", err)
	}
	return n, nil
}

// scanner is a row of either sort.
type scanner interface{ Scan(dest ...any) error }

func scanKey(row scanner, of uuid.UUID) (apikey.Key, error) {
	var expires, disabled, enabled, revoked, rotating sql.NullTime
	var reason sql.NullString
	var use useColumns
	var author uuid.NullUUID
	k := apikey.Key{Workspace: of}
	err := row.Scan(&k.ID, &k.Name, &k.Scope, &expires, &disabled, &enabled, &revoked, &reason, &k.RevocationNote,
		&k.CreatedAt, &author, &k.CreatedBy.Label, &k.Version, &k.Hint, &rotating, &k.SupersededRefusals,
		&use.at, &use.address, &use.agent, &use.operation)
	if err != nil {
		return apikey.Key{}, err
	}
	if expires.Valid {
		k.ExpiresOn = apikey.DayOf(expires.Time, time.UTC)
	}
	k.LastUse = use.value()
	k.CreatedAt, k.CreatedBy = k.CreatedAt.UTC(), madeBy(author, k.CreatedBy.Label)
	k.DisabledAt, k.EnabledAt = disabled.Time.UTC(), enabled.Time.UTC()
	k.RevokedAt, k.RotatingUntil = revoked.Time.UTC(), rotating.Time.UTC()
	k.RevocationReason = apikey.RevocationReason(reason.String)
	return k, nil
}

// useColumns is the last use of a key or a secret; all are NULL when there is none.
type useColumns struct {
	at                        sql.NullTime
	address, agent, operation sql.NullString
}

func (u useColumns) value() *apikey.KeyUse {
	if !u.at.Valid {
		return nil
	}
	return &apikey.KeyUse{At: u.at.Time.UTC(), Address: u.address.String, UserAgent: u.agent.String, Operation: u.operation.String}
}

// madeBy is who made a row: a person, or else the operator.
func madeBy(id uuid.NullUUID, label string) caller.Actor {
	if !id.Valid {
		return caller.Actor{Kind: caller.Operator, Label: label}
	}
	return caller.Actor{Kind: caller.Member, ID: id.UUID, Label: label}
}

// dayOrNil is a day as the column holds it, midnight in UTC.
func dayOrNil(d apikey.Day) *time.Time {
	if d.IsZero() {
		return nil
	}
	t, err := time.Parse(time.DateOnly, d.String())
	if err != nil {
		panic(err) // a Day is a day of the calendar
	}
	return &t
}
