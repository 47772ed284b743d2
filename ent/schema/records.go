package schema

import (
	"encoding/json"

	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
)

// Attribute defines a custom attribute of a resource.
type Attribute struct{ ent.Schema }

// Annotations of the row.
func (Attribute) Annotations() []schema.Annotation { return table("attribute") }

// Mixin of the row.
func (Attribute) Mixin() []ent.Mixin { return []ent.Mixin{ofWorkspace} }

// Fields of the row.
func (Attribute) Fields() []ent.Field {
	return []ent.Field{
		number(),
		field.Text("resource").Immutable(),
		field.Text("name"),
		field.Text("name_std").Immutable(),
		field.Text("value_type").Immutable(),
		field.Text("description").Default(""),
		field.JSON("choices", []string{}).Optional(),
		field.Bool("several").Default(false),
		field.Time("created_at").Annotations(entsql.Default("now()")).Immutable(),
	}
}

// Indexes of the row.
func (Attribute) Indexes() []ent.Index { return unique("resource", "name_std") }

// Contact is a person that the workspace knows: a "user" of the published API.
type Contact struct{ ent.Schema }

// Annotations of the row.
func (Contact) Annotations() []schema.Annotation { return table("contact") }

// Mixin of the row.
func (Contact) Mixin() []ent.Mixin { return []ent.Mixin{ofWorkspace} }

// Fields of the row.
func (Contact) Fields() []ent.Field {
	fields := []ent.Field{
		number(),
		field.Int64("version").Default(1),
		text("custom_id"),
		field.Text("user_key").Immutable(),
		text("email"),
		text("email_key"),
		field.Text("first_name").Default(""),
		field.Text("last_name").Default(""),
		field.Int16("gender").Default(1),
		field.Int16("status").Default(1),
		field.Time("first_seen").Optional().Nillable(),
		field.Time("last_seen").Optional().Nillable(),
		field.Time("last_contacted").Optional().Nillable(),
		field.Int64("page_views").Default(0),
		field.Int64("score").Default(0),
		field.Bool("unsubscribed").Default(false),
		field.Bool("notifications").Default(true),
		field.Bool("web_push_subscription").Default(false),
		field.Int64("assigned_to").Optional().Nillable(),
		field.JSON("attributes", json.RawMessage{}).Default(json.RawMessage("{}")),
		field.Time("created_at").Immutable(),
		field.Time("updated_at"),
	}
	for _, name := range []string{
		"phone_number", "city", "region", "country", "timezone", "last_ip", "browser", "browser_language", "os_type",
		"resolution", "gravatar_url", "facebook_url", "linkedin_url", "twitter_url", "google_url",
	} {
		fields = append(fields, text(name))
	}
	return fields
}

// Indexes of the row.
func (Contact) Indexes() []ent.Index { return append(unique("custom_id"), unique("user_key")...) }

// EventName is a kind of event that a workspace has recorded.
type EventName struct{ ent.Schema }

// Annotations of the row.
func (EventName) Annotations() []schema.Annotation { return table("event_name") }

// Mixin of the row.
func (EventName) Mixin() []ent.Mixin { return []ent.Mixin{ofWorkspace} }

// Fields of the row.
func (EventName) Fields() []ent.Field {
	return []ent.Field{
		number(),
		field.Text("name").Immutable(),
		field.Time("created_at").Annotations(entsql.Default("now()")).Immutable(),
	}
}

// Indexes of the row.
func (EventName) Indexes() []ent.Index { return unique("name") }

// Event is one thing that a contact did.
type Event struct{ ent.Schema }

// Annotations of the row.
func (Event) Annotations() []schema.Annotation { return table("event") }

// Mixin of the row.
func (Event) Mixin() []ent.Mixin { return []ent.Mixin{ofWorkspace} }

// Fields of the row.
func (Event) Fields() []ent.Field {
	return []ent.Field{
		number(),
		field.Int64("contact_id").Immutable(),
		field.Int64("event_name_id").Immutable(),
		field.Time("at").Immutable(),
		field.JSON("data", json.RawMessage{}).Default(json.RawMessage("{}")),
		field.Time("created_at").Annotations(entsql.Default("now()")).Immutable(),
	}
}

// text is an optional text, NULL when it was never set.
func text(name string) ent.Field { return field.Text(name).Optional().Nillable() }
