package graph

import (
	"context"
	"strings"

	"latchkey/graph/model"
)

// ExplainRefusal implements the field.
func (r inWorkspace) ExplainRefusal(ctx context.Context, obj *model.Workspace, receipt string) (*model.RefusalExplanation, error) {
	e, err := r.admin.ExplainRefusal(ctx, callerIn(ctx, obj.UUID), receipt)
	if err != nil {
		return nil, err
	}
	shown := &model.RefusalExplanation{
		At: e.At, Reason: model.RefusalReason(strings.ToUpper(e.Reason)), Sentence: e.Sentence, Setting: model.RefusalSetting(e.Setting),
		Operation: orNull(e.Operation), ClientIP: orNull(e.Address), Scope: orNull(model.APIKeyScope(e.Scope)),
		AccessNeeded: orNull(model.Access(strings.ToUpper(e.AccessNeeded))), RequestID: e.RequestID,
	}
	if e.Key != nil {
		shown.APIKey = keyOf(*e.Key)
	}
	return shown, nil
}
