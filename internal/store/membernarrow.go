package store

import (
	"fmt"
	"strconv"

	"github.com/google/uuid"
)

// column is the SQL that a field orders by, and its type.
func (f MemberField) column() (name, sqlType string) {
	switch f {
	case ByEmail:
		return "m.email_key", `text COLLATE "C"`
	case ByJoined:
		return "m.created_at", "timestamptz"
	default:
		return "m.name_key", `text COLLATE "C"`
	}
}

// afterAll is the last character that there is: what begins with a text comes before
// the text with it appended.
const afterAll = "\U0010FFFF"

// begins demands that a column begins with what is searched for.
func (q MemberQuery) begins(column string) fragment {
	return sqlf(column+` >= ? AND `+column+` < ?`, q.Search, q.Search+afterAll)
}

// narrowed is the list that q asks for.
func (q MemberQuery) narrowed(of uuid.UUID) narrowed {
	column, sqlType := q.By.column()
	n := narrowed{
		where: all(q.conditions()), down: q.Down, choices: q.choices(of), exact: q.Search == "" && q.Role != "" && q.By == ByMemberName,
		walk: func(after bool, limit int) fragment { return q.walk(of, after, limit, q.ofRole()...) },
		row:  sqlf(`SELECT m.*, `+column+` AS o, m.id AS i FROM member m WHERE m.workspace_id = ? AND m.id = c.id`, of),
	}
	if q.After != nil {
		n.after = q.later("k.o", "k.i", sqlType)
	}
	if other := map[MemberField]string{ByMemberName: "email_key", ByEmail: "name_key"}[q.By]; other != "" && q.Search != "" && q.Role == "" {
		n.begins = func(after bool, limit int) fragment { return q.walk(of, after, limit, q.begins(column)) }
		n.apart = sqlf(`NOT (?)`, q.begins("k"+column[1:]))
		n.others = choice{sqlf(`SELECT m.id FROM (SELECT m.id, m.name_key, m.email_key FROM member m WHERE m.workspace_id = ? AND ? LIMIT `+strconv.Itoa(walked)+`) m WHERE NOT (?)`,
			of, q.begins("m."+other), q.begins(column)), few}
	}
	return n
}

func (q MemberQuery) later(value, id, sqlType string) fragment {
	comparison := ">"
	if q.Down {
		comparison = "<"
	}
	return sqlf(fmt.Sprintf(`(%s, %s) %s (?::text::%s, ?::uuid)`, value, id, comparison, sqlType), q.After.Value, q.After.ID)
}

// walk reads members in their order, of those that all of some conditions let through.
func (q MemberQuery) walk(of uuid.UUID, after bool, limit int, demands ...fragment) fragment {
	column, sqlType := q.By.column()
	demands = append([]fragment{sqlf(`m.workspace_id = ?`, of)}, demands...)
	if after && q.After != nil {
		demands = append(demands, q.later(column, "m.id", sqlType))
	}
	direction := "ASC"
	if q.Down {
		direction = "DESC"
	}
	return sqlf(fmt.Sprintf(`SELECT m.*, %[1]s AS o, m.id AS i FROM member m WHERE ? ORDER BY %[1]s %[2]s, m.id %[2]s LIMIT (SELECT %[3]d)`,
		column, direction, limit), all(demands))
}

// named is the list of those whose names begin with what is searched for, by name.
func (q MemberQuery) named(of uuid.UUID) narrowed {
	n := q.narrowed(of)
	demands := append(q.ofRole(), q.begins("m.name_key"))
	n.choices, n.exact, n.where = nil, true, sqlf(`true`)
	n.walk = func(after bool, limit int) fragment { return q.walk(of, after, limit, demands...) }
	return n
}

// addressed is the list of those of whom only the address does, by address.
func (q MemberQuery) addressed(of uuid.UUID) narrowed {
	n := q.narrowed(of)
	demands := []fragment{sqlf(`NOT (?)`, q.begins("k.name_key"))}
	if q.Role != "" {
		demands = append(demands, sqlf(`k.role = ?`, string(q.Role)))
	}
	n.choices, n.exact, n.where = nil, false, all(demands)
	n.walk = func(after bool, limit int) fragment { return q.walk(of, after, limit, q.begins("m.email_key")) }
	return n
}

// ofRole is the role, where an index in the order of q begins with it.
func (q MemberQuery) ofRole() []fragment {
	if q.Role != "" && q.By == ByMemberName {
		return []fragment{sqlf(`m.role = ?`, string(q.Role))}
	}
	return nil
}

func (q MemberQuery) conditions() (demands []fragment) {
	if q.Search != "" {
		demands = append(demands, sqlf(`(? OR ?)`, q.begins("k.name_key"), q.begins("k.email_key")))
	}
	if q.Role != "" {
		demands = append(demands, sqlf(`k.role = ?`, string(q.Role)))
	}
	return demands
}

func (q MemberQuery) choices(of uuid.UUID) (choices []choice) {
	add := func(text string, args ...any) { choices = append(choices, choice{sqlf(text, args...), few}) }
	if q.Search != "" {
		add(`SELECT m.id FROM member m WHERE m.workspace_id = ? AND ? UNION ALL SELECT m.id FROM member m WHERE m.workspace_id = ? AND ?`,
			of, q.begins("m.name_key"), of, q.begins("m.email_key"))
	}
	if q.Role != "" {
		add(`SELECT m.id FROM member m WHERE m.workspace_id = ? AND m.role = ?`, of, string(q.Role))
	}
	return choices
}
