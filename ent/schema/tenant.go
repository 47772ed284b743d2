package schema

import (
	"context"
	"errors"
	"fmt"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"entgo.io/ent/schema/mixin"
	"github.com/google/uuid"

	"latchkey/ent/gen/intercept"
	"latchkey/internal/store/scope"
)

// ErrNoWorkspace is the refusal of a tenant's rows outside of any workspace.
var ErrNoWorkspace = errors.New("ent: a tenant's rows asked for outside of a workspace")

// tenant is the mixin of every tenant's row: it filters every query, update and
// deletion by the workspace of the context's scope, and stamps every insert with
// it. column holds the workspace.
type tenant struct {
	mixin.Schema
	column string
}

// ofWorkspace is for rows that belong to a workspace.
var ofWorkspace = tenant{column: "workspace_id"}

// Fields adds the column, unless it is the row's own id.
func (t tenant) Fields() []ent.Field {
	if t.column == "id" {
		return nil
	}
	return []ent.Field{field.UUID(t.column, uuid.UUID{}).Immutable()}
}

// Interceptors filter queries.
func (t tenant) Interceptors() []ent.Interceptor {
	return []ent.Interceptor{intercept.TraverseFunc(func(ctx context.Context, q intercept.Query) error {
		workspace, err := workspaceOf(ctx)
		if err == nil {
			q.WhereP(sql.FieldEQ(t.column, workspace))
		}
		return err
	})}
}

// Hooks stamp inserts and filter updates and deletions.
func (t tenant) Hooks() []ent.Hook {
	return []ent.Hook{func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			workspace, err := workspaceOf(ctx)
			if err != nil {
				return nil, err
			}
			if err := t.bind(m, workspace); err != nil {
				return nil, err
			}
			return next.Mutate(ctx, m)
		})
	}}
}

// bind ties a mutation to the workspace.
func (t tenant) bind(m ent.Mutation, workspace uuid.UUID) error {
	switch narrowed, ok := m.(interface{ WhereP(...func(*sql.Selector)) }); {
	case !m.Op().Is(ent.OpCreate) && ok:
		narrowed.WhereP(sql.FieldEQ(t.column, workspace))
		return nil
	case !m.Op().Is(ent.OpCreate):
		return fmt.Errorf("ent: %T cannot be narrowed to a workspace", m)
	case t.column == "id":
		if own, ok := m.(interface{ ID() (uuid.UUID, bool) }); ok {
			if id, set := own.ID(); set && id == workspace {
				return nil
			}
		}
		return errors.New("ent: a workspace is made under its own scope")
	}
	return m.SetField(t.column, workspace)
}

func workspaceOf(ctx context.Context) (uuid.UUID, error) {
	s, _ := scope.From(ctx)
	workspace, ok := s.Workspace()
	if !ok {
		return uuid.Nil, ErrNoWorkspace
	}
	return workspace, nil
}

// unique is a unique index within a workspace.
func unique(columns ...string) []ent.Index {
	return []ent.Index{index.Fields(append([]string{"workspace_id"}, columns...)...).Unique()}
}

func uniqueAlone(columns ...string) ent.Index { return index.Fields(columns...).Unique() }
