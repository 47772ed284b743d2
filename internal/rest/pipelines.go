package rest

import (
	"cmp"
	"context"
	"slices"

	"latchkey/internal/apikey"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// What sorts deals looks the same in both versions.
var (
	pipelines = published(resource[records.Pipeline]{
		kind: records.Pipelines,
		members: []member[records.Pipeline]{
			{"id", "id", "", func(w *writer, p *records.Pipeline) { w.integer(p.ID) }},
			{"name", "name", "name", func(w *writer, p *records.Pipeline) { w.text(p.Name) }},
			{"created_at", "created_at", "", func(w *writer, p *records.Pipeline) { w.time(p.CreatedAt) }},
			{"updated_at", "updated_at", "", func(w *writer, p *records.Pipeline) { w.time(p.UpdatedAt) }},
		},
		closed: true,
	})
	stages = published(resource[records.Stage]{
		kind: records.Stages,
		members: []member[records.Stage]{
			{"id", "id", "", func(w *writer, s *records.Stage) { w.integer(s.ID) }},
			{"name", "name", "name", func(w *writer, s *records.Stage) { w.text(s.Name) }},
			{"pipeline", "pipeline", "pipeline_id", func(w *writer, s *records.Stage) { optional(s.PipelineID, w.integer, w) }},
			{"order", "order", "position", func(w *writer, s *records.Stage) { w.integer(s.Position) }},
			{"created_at", "created_at", "", func(w *writer, s *records.Stage) { w.time(s.CreatedAt) }},
			{"updated_at", "updated_at", "", func(w *writer, s *records.Stage) { w.time(s.UpdatedAt) }},
		},
		links:  map[string]linker[records.Stage]{"pipeline": putIn},
		closed: true,
	})
	lossReasons = published(resource[records.LossReason]{
		kind: records.LossReasons,
		members: []member[records.LossReason]{
			{"id", "id", "", func(w *writer, l *records.LossReason) { w.integer(l.ID) }},
			{"name", "name", "name", func(w *writer, l *records.LossReason) { w.text(l.Name) }},
			{"created_at", "created_at", "", func(w *writer, l *records.LossReason) { w.time(l.CreatedAt) }},
			{"updated_at", "updated_at", "", func(w *writer, l *records.LossReason) { w.time(l.UpdatedAt) }},
		},
		closed: true,
	})
)

// putIn puts a stage in a pipeline that has room for it.
func putIn(b *binding[records.Stage], value any) error {
	b.also("pipeline", records.Fitting)
	return b.patch.Set("pipeline_id", value)
}

// listPipelineStages answers with all stages of a pipeline in their order, on one page.
func listPipelineStages(c *call) (reply, error) {
	ref, err := c.ref()
	if err != nil {
		return reply{}, err
	}
	at, err := c.position()
	if err != nil {
		return reply{}, err
	}
	if at.Number > 1 || at.After > 0 || at.Before > 0 {
		return reply{}, records.ErrInvalidPage
	}
	var page records.Page[records.Stage]
	err = c.read(func(ctx context.Context, v *store.View) (err error) {
		if _, err := records.Pipelines.Find(ctx, v, ref); err != nil {
			return err
		}
		f := records.Stages.Filter()
		if err := f.Field("pipeline_id", records.Exact, c.values[0]); err != nil {
			return err
		}
		page, _, err = records.Stages.List(ctx, v, f, records.Position{Size: records.MaxStages})
		return err
	})
	if err != nil {
		return reply{}, err
	}
	slices.SortStableFunc(page.Items, func(a, b records.Stage) int { return cmp.Compare(a.Position, b.Position) })
	return envelope(c, page, func(w *writer, s *records.Stage) { stages.show(s, nil).writeRecord(w, c.version) }), nil
}

func pipelineOperations() []operation {
	return []operation{
		{"pipelines.list", "pipeline", apikey.Read, methods(get), "pipelines/", listed, pipelines.list},
		{"pipelines.create", "pipeline", apikey.Write, methods(post), "pipelines/", listed, pipelines.create},
		{"pipelines.get", "pipeline", apikey.Read, methods(get), "pipelines/{id}/", listed, pipelines.get},
		{"pipelines.update", "pipeline", apikey.Write, methods(put, patch), "pipelines/{id}/", listed, pipelines.update},
		{"pipelines.delete", "pipeline", apikey.Delete, methods(remove), "pipelines/{id}/", listed, pipelines.delete},
		{"pipelines.stages", "stage", apikey.Read, methods(get), "pipelines/{id}/stages/", listed, listPipelineStages},

		{"stages.list", "stage", apikey.Read, methods(get), "stages/", listed, stages.list},
		{"stages.create", "stage", apikey.Write, methods(post), "stages/", listed, stages.create},
		{"stages.get", "stage", apikey.Read, methods(get), "stages/{id}/", listed, stages.get},
		{"stages.update", "stage", apikey.Write, methods(put, patch), "stages/{id}/", listed, stages.update},
		{"stages.delete", "stage", apikey.Delete, methods(remove), "stages/{id}/", listed, stages.delete},

		{"deal_loss_reasons.list", "loss_reason", apikey.Read, methods(get), "deal-loss-reasons/", listed, lossReasons.list},
		{"deal_loss_reasons.create", "loss_reason", apikey.Write, methods(post), "deal-loss-reasons/", listed, lossReasons.create},
		{"deal_loss_reasons.get", "loss_reason", apikey.Read, methods(get), "deal-loss-reasons/{id}/", listed, lossReasons.get},
		{"deal_loss_reasons.update", "loss_reason", apikey.Write, methods(put, patch), "deal-loss-reasons/{id}/", listed, lossReasons.update},
		{"deal_loss_reasons.delete", "loss_reason", apikey.Delete, methods(remove), "deal-loss-reasons/{id}/", listed, lossReasons.delete},
	}
}
