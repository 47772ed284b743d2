package graph

import (
	"context"

	"latchkey/graph/model"
	"latchkey/internal/admin"
	"latchkey/internal/apikey"
)

// APIKeys implements the field.
func (r inWorkspace) APIKeys(ctx context.Context, obj *model.Workspace, first *int, after *string, filter *model.APIKeyFilter, order *model.APIKeyOrder) (*model.APIKeyConnection, error) {
	p, err := page(first, after)
	if err != nil {
		return nil, err
	}
	narrowed, ok := keyFilter(filter)
	if !ok {
		return &model.APIKeyConnection{Edges: []*model.APIKeyEdge{}, PageInfo: &model.PageInfo{}, TotalCountIsExact: true}, nil
	}
	list, err := r.admin.Keys(ctx, callerIn(ctx, obj.UUID), narrowed, keyOrder(order), p)
	if err != nil {
		return nil, err
	}
	shown := &model.APIKeyConnection{Edges: []*model.APIKeyEdge{}, PageInfo: pageInfo(list.HasNextPage, list.EndCursor), TotalCount: list.Total, TotalCountIsExact: list.Exact}
	requestOf(ctx).lists.add(keysIn(list))
	for _, e := range list.Edges {
		shown.Edges = append(shown.Edges, &model.APIKeyEdge{Cursor: e.Cursor, Node: keyOf(e.Key)})
	}
	listedTogether(shown.Edges)
	return shown, nil
}

func keysIn(list admin.KeyPage) (keys []apikey.Key) {
	for _, e := range list.Edges {
		keys = append(keys, e.Key)
	}
	return keys
}

// APIKey implements the field.
func (r inWorkspace) APIKey(ctx context.Context, obj *model.Workspace, text string) (*model.APIKey, error) {
	workspace, id, ok := parseID(keyID, text)
	if !ok || workspace != obj.UUID {
		return nil, nil
	}
	key, err := r.admin.Key(ctx, callerIn(ctx, obj.UUID), id)
	if err != nil {
		return nil, absentIsNil(err)
	}
	return keyOf(key), nil
}

// CreateAPIKey implements the mutation.
func (m mutation) CreateAPIKey(ctx context.Context, in model.CreateAPIKeyInput) (*model.CreateAPIKeyPayload, error) {
	workspace, _ := parsePlainID(in.WorkspaceID)
	made, err := m.admin.CreateKey(ctx, callerIn(ctx, workspace), admin.CreateKey{
		Name: in.Name, Scope: string(in.Scope), ExpiresOn: or(in.ExpiresOn, ""), IdempotencyKey: or(in.IdempotencyKey, ""),
	})
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.CreateAPIKeyPayload{UserErrors: wrong}, err
	}
	return &model.CreateAPIKeyPayload{
		APIKey: keyOf(made.Key), Secret: made.Secret, Replayed: made.Replayed,
		Propagation: propagation(made.Propagation), UserErrors: wrong,
	}, nil
}

// UpdateAPIKey implements the mutation.
func (m mutation) UpdateAPIKey(ctx context.Context, in model.UpdateAPIKeyInput) (*model.UpdateAPIKeyPayload, error) {
	workspace, id, ok := parseID(keyID, in.ID)
	if !ok {
		return nil, errNotFound
	}
	update := admin.UpdateKey{ID: id, ExpectedVersion: in.ExpectedVersion, Name: in.Name, Scope: (*string)(in.Scope)}
	if day, given := in.ExpiresOn.ValueOK(); given {
		update.ExpiresOn = &day
	}
	changed, err := m.admin.UpdateKey(ctx, callerIn(ctx, workspace), update)
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.UpdateAPIKeyPayload{UserErrors: wrong}, err
	}
	return &model.UpdateAPIKeyPayload{APIKey: keyOf(changed.Key), Propagation: propagation(changed.Propagation), UserErrors: wrong}, nil
}

// RevokeAPIKey implements the mutation.
func (m mutation) RevokeAPIKey(ctx context.Context, in model.RevokeAPIKeyInput) (*model.RevokeAPIKeyPayload, error) {
	workspace, id, ok := parseID(keyID, in.ID)
	if !ok {
		return nil, errNotFound
	}
	revoked, err := m.admin.RevokeKey(ctx, callerIn(ctx, workspace), admin.RevokeKey{ID: id, Reason: string(in.Reason), Note: or(in.Note, "")})
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.RevokeAPIKeyPayload{UserErrors: wrong}, err
	}
	return &model.RevokeAPIKeyPayload{APIKey: keyOf(revoked.Key), Propagation: propagation(revoked.Propagation), UserErrors: wrong}, nil
}

// RevokeAllAPIKeys implements the mutation.
func (m mutation) RevokeAllAPIKeys(ctx context.Context, in model.RevokeAllAPIKeysInput) (*model.RevokeAllAPIKeysPayload, error) {
	workspace, _ := parsePlainID(in.WorkspaceID)
	all, err := m.admin.RevokeAllKeys(ctx, callerIn(ctx, workspace), admin.RevokeAllKeys{Slug: in.Slug, Reason: string(in.Reason), Note: or(in.Note, "")})
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.RevokeAllAPIKeysPayload{UserErrors: wrong}, err
	}
	return &model.RevokeAllAPIKeysPayload{Revoked: &all.Revoked, Propagation: propagation(all.Propagation), UserErrors: wrong}, nil
}

// SetAPIKeyDisabled implements the mutation.
func (m mutation) SetAPIKeyDisabled(ctx context.Context, in model.SetAPIKeyDisabledInput) (*model.SetAPIKeyDisabledPayload, error) {
	workspace, id, ok := parseID(keyID, in.ID)
	if !ok {
		return nil, errNotFound
	}
	changed, err := m.admin.SetKeyDisabled(ctx, callerIn(ctx, workspace), admin.SetKeyDisabled{
		ID: id, ExpectedVersion: or(in.ExpectedVersion, 0), Disabled: in.Disabled,
	})
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.SetAPIKeyDisabledPayload{UserErrors: wrong}, err
	}
	return &model.SetAPIKeyDisabledPayload{APIKey: keyOf(changed.Key), Propagation: propagation(changed.Propagation), UserErrors: wrong}, nil
}

// keyFilter reads the filter. ok is false when the id in it is nobody's, so that no
// key can match.
func keyFilter(f *model.APIKeyFilter) (narrowed admin.KeyFilter, ok bool) {
	if f == nil {
		return admin.KeyFilter{}, true
	}
	narrowed = admin.KeyFilter{
		Status: (*string)(f.Status), Scope: (*string)(f.Scope), Search: or(f.Search, ""),
		ExpiresBefore: or(f.ExpiresBefore, ""), UnusedSince: f.UnusedSince,
	}
	if f.CreatedBy == nil {
		return narrowed, true
	}
	narrowed.CreatedBy, ok = parsePlainID(*f.CreatedBy)
	return narrowed, ok
}

// keyOrder is the order that is asked for; unless one is, the newest come first.
func keyOrder(o *model.APIKeyOrder) admin.KeyOrder {
	if o == nil {
		return admin.KeyOrder{}
	}
	return admin.KeyOrder{Field: string(o.Field), Descending: o.Direction == model.OrderDirectionDesc}
}

func keyOf(k apikey.Key) *model.APIKey {
	shown := &model.APIKey{
		ID: publicID(keyID, k.Workspace, k.ID), Name: k.Name, Scope: model.APIKeyScope(k.Scope), Status: model.APIKeyStatus(k.Status),
		Hint: k.Hint, ExpiresOn: orNull(k.ExpiresOn.String()), ExpiresAt: orNull(k.ExpiresAt),
		CreatedAt: k.CreatedAt, CreatedBy: actor(k.CreatedBy, k.Workspace), Creators: creators(k), Version: k.Version,
		Rotation: rotationOf(k.Rotation), SupersededRefusals: int(k.SupersededRefusals), DisabledAt: orNull(k.DisabledAt), LastUse: useOf(k.LastUse),
		RevokedAt: orNull(k.RevokedAt), RevocationReason: orNull(model.RevocationReason(k.RevocationReason)),
	}
	if !k.RevokedAt.IsZero() {
		shown.RevocationNote = &k.RevocationNote
	}
	return shown
}

func keysOf(keys []apikey.Key) []*model.APIKey {
	shown := []*model.APIKey{}
	for _, k := range keys {
		shown = append(shown, keyOf(k))
	}
	return shown
}

func useOf(u *apikey.KeyUse) *model.KeyUse {
	if u == nil {
		return nil
	}
	return &model.KeyUse{At: u.At, ClientIP: orNull(u.Address), UserAgent: u.UserAgent, Operation: u.Operation}
}
