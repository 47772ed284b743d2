package graph

import (
	"context"
	"time"

	"github.com/google/uuid"

	"latchkey/graph/model"
	"latchkey/internal/admin"
)

// Usage implements the field.
func (r inWorkspace) Usage(ctx context.Context, obj *model.Workspace, within model.UsageRange, by model.UsageGroup) (*model.Usage, error) {
	return r.usage(ctx, obj.UUID, within, by)
}

// Usage implements the field.
func (r inKey) Usage(ctx context.Context, obj *model.APIKey, within model.UsageRange, by model.UsageGroup) (*model.Usage, error) {
	workspace, id, _ := parseID(keyID, obj.ID)
	in := usageQuery(within, by)
	all, err := together(requestOf(ctx), workspace, id, in, func(ids []uuid.UUID) (map[uuid.UUID]admin.Usage, error) {
		return r.admin.UsageOf(ctx, callerIn(ctx, workspace), ids, in)
	})
	usage, ok := all[id]
	if err == nil && !ok {
		err = errNotFound
	}
	if err != nil {
		return nil, err
	}
	return usageOf(usage), nil
}

// Hints implements the field.
func (r inKey) Hints(ctx context.Context, obj *model.APIKey) ([]*model.KeyHint, error) {
	workspace, id, _ := parseID(keyID, obj.ID)
	all, err := together(requestOf(ctx), workspace, id, admin.UsageQuery{}, func(ids []uuid.UUID) (map[uuid.UUID][]admin.KeyHint, error) {
		return r.admin.HintsOf(ctx, callerIn(ctx, workspace), ids)
	})
	hints, ok := all[id]
	if err == nil && !ok {
		err = errNotFound
	}
	shown := []*model.KeyHint{}
	for _, h := range hints {
		shown = append(shown, &model.KeyHint{Code: model.KeyHintCode(h.Code), Sentence: h.Sentence})
	}
	return shown, err
}

// usage is that of all keys of a workspace.
func (r *resolver) usage(ctx context.Context, of uuid.UUID, within model.UsageRange, by model.UsageGroup) (*model.Usage, error) {
	usage, err := r.admin.Usage(ctx, callerIn(ctx, of), usageQuery(within, by))
	if err != nil {
		return nil, err
	}
	return usageOf(usage), nil
}

func usageQuery(within model.UsageRange, by model.UsageGroup) admin.UsageQuery {
	return admin.UsageQuery{From: or(within.From, time.Time{}), To: or(within.To, time.Time{}), GroupBy: admin.UsageGroup(by)}
}

func usageOf(usage admin.Usage) *model.Usage {
	shown := &model.Usage{
		From: usage.From, To: usage.To, Calls: int(usage.Calls), Refusals: int(usage.Refusals),
		Rows: []*model.UsageRow{}, Truncated: usage.Truncated,
	}
	for _, row := range usage.Rows {
		shown.Rows = append(shown.Rows, usageRow(row))
	}
	return shown
}

func usageRow(row admin.UsageRow) *model.UsageRow {
	shown := &model.UsageRow{Group: row.Group, Calls: int(row.Calls), Refusals: int(row.Refusals), LastSeen: row.LastSeen}
	if row.Key != nil {
		shown.APIKey = keyOf(*row.Key)
		shown.Group = shown.APIKey.ID
	}
	return shown
}
