package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"github.com/google/uuid"
)

// chained are the columns of an event in a hash chain.
func chained() []ent.Field {
	return []ent.Field{
		id(),
		field.Int64("seq").Immutable(),
		field.Time("at").Immutable(),
		field.UUID("actor_id", uuid.UUID{}).Optional().Nillable().Immutable(),
		field.Text("action").Immutable(),
		field.UUID("target_id", uuid.UUID{}).Optional().Nillable().Immutable(),
		field.Bytes("body").Immutable(),
		field.Bytes("hash").Immutable(),
	}
}

// AuditEvent is one change or look in a workspace.
type AuditEvent struct{ ent.Schema }

// Annotations of the row.
func (AuditEvent) Annotations() []schema.Annotation { return table("audit_event") }

// Mixin of the row.
func (AuditEvent) Mixin() []ent.Mixin { return []ent.Mixin{ofWorkspace} }

// Fields of the row.
func (AuditEvent) Fields() []ent.Field {
	return append(chained(), // what PostgreSQL reads out of the body
		field.Text("actor_kind").Optional().Nillable().Immutable(),
		field.Text("target_kind").Optional().Nillable().Immutable(),
		field.Text("target_label").Optional().Nillable().Immutable(),
	)
}

// Indexes of the row.
func (AuditEvent) Indexes() []ent.Index { return unique("seq") }

// OperatorEvent is what happened outside of any workspace. Global.
type OperatorEvent struct{ ent.Schema }

// Annotations of the row.
func (OperatorEvent) Annotations() []schema.Annotation { return table("operator_event") }

// Fields of the row.
func (OperatorEvent) Fields() []ent.Field { return chained() }

// Indexes of the row.
func (OperatorEvent) Indexes() []ent.Index { return []ent.Index{uniqueAlone("seq")} }

// MutationReplay is what a mutation with an idempotency key made.
type MutationReplay struct{ ent.Schema }

// Annotations of the row.
func (MutationReplay) Annotations() []schema.Annotation { return table("mutation_replay") }

// Mixin of the row.
func (MutationReplay) Mixin() []ent.Mixin { return []ent.Mixin{ofWorkspace} }

// Fields of the row.
func (MutationReplay) Fields() []ent.Field {
	return []ent.Field{
		id(),
		field.UUID("person_id", uuid.UUID{}).Immutable(),
		field.Text("mutation").Immutable(),
		field.Text("key").Immutable(),
		field.Bytes("fingerprint").Immutable(),
		field.UUID("result_id", uuid.UUID{}).Immutable(),
		field.Time("created_at").Immutable(),
	}
}

// Indexes of the row.
func (MutationReplay) Indexes() []ent.Index { return unique("person_id", "mutation", "key") }
