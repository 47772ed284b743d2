package graph

import (
	"context"
	"time"

	"latchkey/graph/model"
	"latchkey/internal/admin"
	"latchkey/internal/apikey"
)

// StartAPIKeyRotation implements the mutation.
func (m mutation) StartAPIKeyRotation(ctx context.Context, in model.StartAPIKeyRotationInput) (*model.StartAPIKeyRotationPayload, error) {
	workspace, id, ok := parseID(keyID, in.ID)
	if !ok {
		return nil, errNotFound
	}
	start := admin.StartRotation{ID: id, IdempotencyKey: or(in.IdempotencyKey, "")}
	if in.KeepOldFor != nil {
		start.KeepOldFor = new(time.Duration(*in.KeepOldFor) * time.Second)
	}
	started, err := m.admin.StartRotation(ctx, callerIn(ctx, workspace), start)
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.StartAPIKeyRotationPayload{UserErrors: wrong}, err
	}
	return &model.StartAPIKeyRotationPayload{
		APIKey: keyOf(started.Key), Secret: started.Secret, Replayed: started.Replayed,
		Propagation: propagation(started.Propagation), UserErrors: wrong,
	}, nil
}

// FinishAPIKeyRotation implements the mutation.
func (m mutation) FinishAPIKeyRotation(ctx context.Context, in model.FinishAPIKeyRotationInput) (*model.FinishAPIKeyRotationPayload, error) {
	workspace, id, ok := parseID(keyID, in.ID)
	if !ok {
		return nil, errNotFound
	}
	changed, err := m.admin.FinishRotation(ctx, callerIn(ctx, workspace), id)
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.FinishAPIKeyRotationPayload{UserErrors: wrong}, err
	}
	return &model.FinishAPIKeyRotationPayload{APIKey: keyOf(changed.Key), Propagation: propagation(changed.Propagation), UserErrors: wrong}, nil
}

// CancelAPIKeyRotation implements the mutation.
func (m mutation) CancelAPIKeyRotation(ctx context.Context, in model.CancelAPIKeyRotationInput) (*model.CancelAPIKeyRotationPayload, error) {
	workspace, id, ok := parseID(keyID, in.ID)
	if !ok {
		return nil, errNotFound
	}
	changed, err := m.admin.CancelRotation(ctx, callerIn(ctx, workspace), id)
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.CancelAPIKeyRotationPayload{UserErrors: wrong}, err
	}
	return &model.CancelAPIKeyRotationPayload{APIKey: keyOf(changed.Key), Propagation: propagation(changed.Propagation), UserErrors: wrong}, nil
}

func rotationOf(r *apikey.Rotation) *model.Rotation {
	if r == nil {
		return nil
	}
	return &model.Rotation{
		StartedAt: r.StartedAt, OldSecretValidUntil: r.OldSecretValidUntil,
		OldSecretLastUse: useOf(r.OldSecretLastUse), OldSecretHint: r.OldHint,
	}
}
