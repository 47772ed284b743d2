package records

import (
	"context"
	"fmt"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// Pipeline is a way that deals go, in stages.
type Pipeline struct {
	Base
	Name string
}

// Pipelines have no custom attributes, like all that sorts deals.
var Pipelines = prepared(Kind[Pipeline]{
	table:  "pipeline",
	base:   func(p *Pipeline) *Base { return &p.Base },
	blank:  func() Pipeline { return Pipeline{} },
	rule:   func(p *Pipeline) error { return needed("name", p.Name) },
	fields: []field[Pipeline]{plain("name", maxText, func(p *Pipeline) *string { return &p.Name })},
})

// Stage is a step of a pipeline. Stages are in the order of their positions, and of
// their ids where these are equal.
type Stage struct {
	Base
	PipelineID *int64 // never nil once stored
	Name       string
	Position   int64
}

// MaxStages is the most stages of one pipeline, so that they always fit on one page.
const MaxStages = MaxPageSize

// Stages are the kind of record that belongs to a pipeline.
var Stages = prepared(Kind[Stage]{
	table: "stage",
	base:  func(s *Stage) *Base { return &s.Base },
	blank: func() Stage { return Stage{} },
	rule: func(s *Stage) error {
		var faults fault.Fields
		faults.Add(needed("name", s.Name))
		if s.PipelineID == nil {
			faults.Add(fault.New(fault.Invalid, "REQUIRED", "This field is required.").On("pipeline_id"))
		}
		return faults.Err()
	},
	fields: []field[Stage]{
		plain("name", maxText, func(s *Stage) *string { return &s.Name }),
		of("pipeline_id", func(s *Stage) **int64 { return &s.PipelineID }),
		of("position", func(s *Stage) *int64 { return &s.Position }),
	},
})

// Fitting is the step of a stage's patch that refuses one too many in its pipeline.
func Fitting(ctx context.Context, tx *store.Tx, stage int64, _ bool) error {
	// Whoever adds to the pipeline waits here, and counts what is there after that.
	var pipeline, stages int64
	err := tx.QueryRow(ctx, `SELECT p.id FROM pipeline p WHERE p.workspace_id = $1
		AND p.id = (SELECT s.pipeline_id FROM stage s WHERE s.workspace_id = $1 AND s.id = $2) FOR NO KEY UPDATE`,
		tx.Caller().Workspace(), stage).Scan(&pipeline)
	if err == nil {
		err = tx.QueryRow(ctx, `SELECT count(*) FROM stage WHERE workspace_id = $1 AND pipeline_id = $2`,
			tx.Caller().Workspace(), pipeline).Scan(&stages)
	}
	if err != nil {
		return fmt.Errorf("counting the stages of a pipeline: %w", err)
	}
	if stages > MaxStages {
		return fault.New(fault.Invalid, "TOO_MANY_STAGES", fmt.Sprintf("At most %d stages can be in a pipeline.", MaxStages))
	}
	return nil
}

// LossReason is why deals are lost.
type LossReason struct {
	Base
	Name string
}

// LossReasons are what a deal's loss reason may name.
var LossReasons = prepared(Kind[LossReason]{
	table:  "loss_reason",
	base:   func(l *LossReason) *Base { return &l.Base },
	blank:  func() LossReason { return LossReason{} },
	rule:   func(l *LossReason) error { return needed("name", l.Name) },
	fields: []field[LossReason]{plain("name", maxText, func(l *LossReason) *string { return &l.Name })},
})
