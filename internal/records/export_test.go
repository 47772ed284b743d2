package records

import "github.com/google/uuid"

// Statement is a statement with its arguments, for tests that look at plans.
type Statement struct {
	SQL  string
	Args []any
}

// Statements are what [Kind.List] runs for a page: the count, and the page.
func (k *Kind[T]) Statements(workspace uuid.UUID, f *Filter[T], definitions []Attribute, at Position) (count, page Statement, err error) {
	var where conditions
	err = f.conditions(&where, definitions)
	q := query{from: k.table, columns: k.sql.columns, counted: k.counted}
	count.SQL, count.Args = q.count(workspace, where)
	page.SQL, page.Args = q.page(workspace, where, at)
	return count, page, err
}

// Finding is the statement of [Kind.Find].
func (k *Kind[T]) Finding(workspace uuid.UUID, ref Ref) Statement {
	return Statement{k.sql.find[ref.column], []any{workspace, ref.value, k.resource}}
}
