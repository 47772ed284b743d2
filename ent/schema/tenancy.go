package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"github.com/google/uuid"
)

// Workspace is the tenant itself: its own row is the only one it sees.
type Workspace struct{ ent.Schema }

// Annotations of the row.
func (Workspace) Annotations() []schema.Annotation { return table("workspace") }

// Mixin of the row.
func (Workspace) Mixin() []ent.Mixin { return []ent.Mixin{tenant{column: "id"}} }

// Fields of the row.
func (Workspace) Fields() []ent.Field {
	return []ent.Field{
		id(),
		field.Text("slug").Unique(),
		field.Text("name"),
		field.Text("time_zone"),
		field.Time("suspended_at").Optional().Nillable(),
		field.Time("resumed_at").Optional().Nillable(),
		field.Int32("longest_lifetime_days").Optional().Nillable(),
		field.Int32("disable_unused_after_days").Optional().Nillable(),
		field.Int32("key_limit_calls").Optional().Nillable(),
		field.Int32("key_limit_seconds").Optional().Nillable(),
		field.Int32("workspace_limit_calls").Optional().Nillable(),
		field.Int32("workspace_limit_seconds").Optional().Nillable(),
		field.Bool("support_approval_required").Default(false),
		version(),
		field.Time("created_at").Immutable(),
	}
}

// Person uses the dashboard. Global: a person may belong to several workspaces.
type Person struct{ ent.Schema }

// Annotations of the row.
func (Person) Annotations() []schema.Annotation { return table("person") }

// Fields of the row.
func (Person) Fields() []ent.Field {
	return []ent.Field{
		id(),
		field.Text("email"),
		field.Text("email_key").Unique(),
		field.Text("name"),
		field.Text("name_key").Default(""),
		field.Text("password_hash").Sensitive(),
		field.Bool("is_staff").Default(false),
		field.Bool("staff_by_provider").Default(false),
		version(),
		field.Time("created_at").Immutable(),
	}
}

// Session is a signed-in browser. Global, like the person it belongs to.
type Session struct{ ent.Schema }

// Annotations of the row.
func (Session) Annotations() []schema.Annotation { return table("session") }

// Fields of the row.
func (Session) Fields() []ent.Field {
	return []ent.Field{
		id(),
		field.UUID("person_id", uuid.UUID{}).Immutable(),
		field.Bytes("token_hash").Unique().Sensitive(),
		field.Time("created_at").Immutable(),
		field.Time("authenticated_at"),
		field.Time("last_seen_at"),
		field.Time("expires_at"),
		field.Text("address"),
		field.Text("user_agent"),
		field.UUID("identity_id", uuid.UUID{}).Optional().Nillable().Immutable(),
	}
}

// Member is a person in a workspace.
type Member struct{ ent.Schema }

// Annotations of the row.
func (Member) Annotations() []schema.Annotation { return table("member") }

// Mixin of the row.
func (Member) Mixin() []ent.Mixin { return []ent.Mixin{ofWorkspace} }

// Fields of the row.
func (Member) Fields() []ent.Field {
	return []ent.Field{
		id(),
		field.UUID("person_id", uuid.UUID{}).Immutable(),
		field.Text("role"),
		version(),
		field.Text("name_key").Default(""),  // the database copies them from the person
		field.Text("email_key").Default(""), // likewise
		field.Time("created_at").Immutable(),
	}
}

// Indexes of the row.
func (Member) Indexes() []ent.Index { return unique("person_id") }
