package graph

import (
	"context"

	"github.com/google/uuid"

	"latchkey/graph/model"
	"latchkey/internal/admin"
	"latchkey/internal/allowlist"
	"latchkey/internal/workspace"
)

// IPAllowlist implements the field.
func (r inWorkspace) IPAllowlist(_ context.Context, obj *model.Workspace) (*model.IPAllowlist, error) {
	return &model.IPAllowlist{Workspace: obj.UUID}, nil
}

// Active implements the field.
func (r inAllowlist) Active(ctx context.Context, obj *model.IPAllowlist) (bool, error) {
	list, err := r.admin.Allowlist(ctx, callerIn(ctx, obj.Workspace), admin.Page{First: 1})
	return list.Active, err
}

// Entries implements the field.
func (r inAllowlist) Entries(ctx context.Context, obj *model.IPAllowlist, first *int, after *string) (*model.IPAllowlistEntryConnection, error) {
	p, err := page(first, after)
	if err != nil {
		return nil, err
	}
	list, err := r.admin.Allowlist(ctx, callerIn(ctx, obj.Workspace), p)
	if err != nil {
		return nil, err
	}
	shown := &model.IPAllowlistEntryConnection{
		Edges: []*model.IPAllowlistEntryEdge{}, PageInfo: pageInfo(list.HasNextPage, list.EndCursor), TotalCount: list.Total,
	}
	for _, e := range list.Edges {
		shown.Edges = append(shown.Edges, &model.IPAllowlistEntryEdge{Cursor: e.Cursor, Node: entryOf(e.Entry, obj.Workspace)})
	}
	return shown, nil
}

// ViewerAddress implements the field.
func (r inAllowlist) ViewerAddress(ctx context.Context, _ *model.IPAllowlist) (*string, error) {
	address := requestOf(ctx).address
	if !address.IsValid() {
		return nil, nil
	}
	return new(address.String()), nil
}

// Check implements the field.
func (r inAllowlist) Check(ctx context.Context, obj *model.IPAllowlist, address string) (*model.AddressCheck, error) {
	checked, err := r.admin.CheckAddress(ctx, callerIn(ctx, obj.Workspace), address)
	if err != nil {
		return nil, err
	}
	shown := &model.AddressCheck{Address: checked.Address, Allowed: checked.Allowed}
	if checked.Entry != nil {
		shown.Entry = entryOf(*checked.Entry, obj.Workspace)
	}
	return shown, nil
}

// Preview implements the field.
func (r inAllowlist) Preview(ctx context.Context, obj *model.IPAllowlist, add, remove []string) (*model.AllowlistImpact, error) {
	ids, ok := parseIDs(entryID, obj.Workspace, remove)
	if !ok {
		return nil, errNotFound
	}
	impact, err := r.admin.PreviewAllowlist(ctx, callerIn(ctx, obj.Workspace), admin.PreviewAllowlist{Add: add, Remove: ids})
	if err != nil {
		return nil, err
	}
	return impactOf(&impact), nil
}

// AddIPAllowlistEntries implements the mutation.
func (m mutation) AddIPAllowlistEntries(ctx context.Context, in model.AddIPAllowlistEntriesInput) (*model.ChangeIPAllowlistPayload, error) {
	of, _ := parsePlainID(in.WorkspaceID)
	add := admin.AddEntries{ConfirmEveryone: or(in.ConfirmEveryone, false), IdempotencyKey: or(in.IdempotencyKey, "")}
	for _, e := range in.Entries {
		add.Entries = append(add.Entries, admin.EntryInput{Range: e.Range, Note: or(e.Note, ""), ExpiresAt: e.ExpiresAt})
	}
	changed, err := m.admin.AddEntries(ctx, callerIn(ctx, of), add)
	return allowlistChanged(of, changed, err)
}

// UpdateIPAllowlistEntry implements the mutation.
func (m mutation) UpdateIPAllowlistEntry(ctx context.Context, in model.UpdateIPAllowlistEntryInput) (*model.ChangeIPAllowlistPayload, error) {
	of, id, ok := parseID(entryID, in.ID)
	if !ok {
		return nil, errNotFound
	}
	update := admin.UpdateEntry{ID: id, ExpectedVersion: in.ExpectedVersion, Note: in.Note}
	if at, given := in.ExpiresAt.ValueOK(); given {
		update.ExpiresAt = &at
	}
	changed, err := m.admin.UpdateEntry(ctx, callerIn(ctx, of), update)
	return allowlistChanged(of, changed, err)
}

// RemoveIPAllowlistEntries implements the mutation.
func (m mutation) RemoveIPAllowlistEntries(ctx context.Context, in model.RemoveIPAllowlistEntriesInput) (*model.ChangeIPAllowlistPayload, error) {
	of, _ := parsePlainID(in.WorkspaceID)
	ids, ok := parseIDs(entryID, of, in.Ids)
	if !ok {
		return nil, errNotFound
	}
	changed, err := m.admin.RemoveEntries(ctx, callerIn(ctx, of), admin.RemoveEntries{IDs: ids, MayTurnOff: or(in.MayTurnOff, false)})
	return allowlistChanged(of, changed, err)
}

func allowlistChanged(of uuid.UUID, changed admin.ChangedAllowlist, err error) (*model.ChangeIPAllowlistPayload, error) {
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.ChangeIPAllowlistPayload{UserErrors: wrong}, err
	}
	entries := []*model.IPAllowlistEntry{}
	for _, e := range changed.Entries {
		entries = append(entries, entryOf(e, of))
	}
	return &model.ChangeIPAllowlistPayload{
		IPAllowlist: &model.IPAllowlist{Workspace: of}, Entries: entries, Impact: impactOf(changed.Impact), Replayed: changed.Replayed,
		Propagation: propagation(changed.Propagation), UserErrors: wrong,
	}, nil
}

// impactOf is an impact as it is shown; of none it is null.
func impactOf(i *admin.Impact) *model.AllowlistImpact {
	if i == nil {
		return nil
	}
	shown := &model.AllowlistImpact{
		RefusedCalls: int(i.RefusedCalls), Keys: []*model.ImpactedKey{}, MoreKeys: i.MoreKeys, UnknownCalls: int(i.UnknownCalls),
	}
	for _, k := range i.Keys {
		key := &model.ImpactedKey{APIKey: keyOf(k.Key), RefusedCalls: int(k.RefusedCalls), Addresses: []*model.ImpactedAddress{}, MoreAddresses: k.MoreAddresses}
		for _, a := range k.Addresses {
			key.Addresses = append(key.Addresses, &model.ImpactedAddress{Address: orNull(a.Address), Calls: int(a.Calls), LastSeen: a.LastSeen})
		}
		shown.Keys = append(shown.Keys, key)
	}
	return shown
}

func entryOf(e workspace.AllowlistEntry, of uuid.UUID) *model.IPAllowlistEntry {
	return &model.IPAllowlistEntry{
		ID: publicID(entryID, of, e.ID), Range: allowlist.Text(e.Range), Note: e.Note, ExpiresAt: orNull(e.ExpiresAt),
		CreatedAt: e.CreatedAt, CreatedBy: actor(e.CreatedBy, of), Version: e.Version,
	}
}
