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
	return r.usage(ctx, obj.UUID, uuid.Nil, within, by)
}

// Usage implements the field.
func (r inKey) Usage(ctx context.Context, obj *model.APIKey, within model.UsageRange, by model.UsageGroup) (*model.Usage, error) {
	workspace, id, _ := parseID(keyID, obj.ID)
	return r.usage(ctx, workspace, id, within, by)
}

// Hints implements the field.
func (r inKey) Hints(ctx context.Context, obj *model.APIKey) ([]*model.KeyHint, error) {
	workspace, id, _ := parseID(keyID, obj.ID)
	hints, err := r.admin.Hints(ctx, callerIn(ctx, workspace), id)
	shown := []*model.KeyHint{}
	for _, h := range hints {
		shown = append(shown, &model.KeyHint{Code: model.KeyHintCode(h.Code), Sentence: h.Sentence})
	}
	return shown, err
}

// usage is that of one key, or of all for uuid.Nil.
func (r *resolver) usage(ctx context.Context, of, key uuid.UUID, within model.UsageRange, by model.UsageGroup) (*model.Usage, error) {
	usage, err := r.admin.Usage(ctx, callerIn(ctx, of), admin.UsageQuery{
		Key: key, From: or(within.From, time.Time{}), To: or(within.To, time.Time{}), GroupBy: admin.UsageGroup(by),
	})
	if err != nil {
		return nil, err
	}
	shown := &model.Usage{
		From: usage.From, To: usage.To, Calls: int(usage.Calls), Refusals: int(usage.Refusals),
		Rows: []*model.UsageRow{}, Truncated: usage.Truncated,
	}
	for _, row := range usage.Rows {
		shown.Rows = append(shown.Rows, usageRow(row))
	}
	return shown, nil
}

func usageRow(row admin.UsageRow) *model.UsageRow {
	shown := &model.UsageRow{Group: row.Group, Calls: int(row.Calls), Refusals: int(row.Refusals), LastSeen: row.LastSeen}
	if row.Key != nil {
		shown.APIKey = keyOf(*row.Key)
		shown.Group = shown.APIKey.ID
	}
	return shown
}
