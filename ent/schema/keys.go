package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"github.com/google/uuid"
)

// APIKey is the named credential of one integration.
type APIKey struct{ ent.Schema }

// Annotations of the row.
func (APIKey) Annotations() []schema.Annotation { return table("api_key") }

// Mixin of the row.
func (APIKey) Mixin() []ent.Mixin { return []ent.Mixin{ofWorkspace} }

// Fields of the row.
func (APIKey) Fields() []ent.Field {
	return append([]ent.Field{
		id(),
		field.Text("name"),
		field.Text("name_key"),
		field.Text("scope"),
		field.Time("expires_on").SchemaType(sqlType("date")).Optional().Nillable(),
		field.Time("disabled_at").Optional().Nillable(),
		field.Time("enabled_at").Optional().Nillable(),
		field.Time("revoked_at").Optional().Nillable(),
		field.Text("revocation_reason").Optional().Nillable(),
		field.Text("revocation_note").Default(""),
		version(),
	}, createdBy()...)
}

// APIKeySecret is a key's secret, as its hash.
type APIKeySecret struct{ ent.Schema }

// Annotations of the row.
func (APIKeySecret) Annotations() []schema.Annotation { return table("api_key_secret") }

// Mixin of the row.
func (APIKeySecret) Mixin() []ent.Mixin { return []ent.Mixin{ofWorkspace} }

// Fields of the row.
func (APIKeySecret) Fields() []ent.Field {
	return []ent.Field{
		id(),
		field.UUID("key_id", uuid.UUID{}).Immutable(),
		field.Text("pepper_id"),
		field.Bytes("hash").Sensitive(),
		field.Text("hint").Immutable(),
		field.Time("created_at").Immutable(),
		field.Time("valid_until").Optional().Nillable(),
		field.Text("tail").Optional().Nillable().Immutable(), // generated: the hint's last four
	}
}

// Indexes of the row.
func (APIKeySecret) Indexes() []ent.Index { return unique("hash") }

// AllowlistEntry is an address or range that may use the workspace's keys.
type AllowlistEntry struct{ ent.Schema }

// Annotations of the row.
func (AllowlistEntry) Annotations() []schema.Annotation { return table("allowlist_entry") }

// Mixin of the row.
func (AllowlistEntry) Mixin() []ent.Mixin { return []ent.Mixin{ofWorkspace} }

// Fields of the row.
func (AllowlistEntry) Fields() []ent.Field {
	return append([]ent.Field{
		id(),
		field.Text("range").Immutable(),
		field.Text("note"),
		field.Time("expires_at").Optional().Nillable(),
		version(),
	}, createdBy()...)
}

// Indexes of the row.
func (AllowlistEntry) Indexes() []ent.Index { return unique("range") }
