package store

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
)

// keysAmong is a statement of the columns of keys, of the rows k of a page.
func keysAmong(of uuid.UUID, page fragment, order string) fragment {
	return sqlf(keyColumns+` FROM (?) k`+strings.ReplaceAll(keyJoins, "$1", "?")+order, page, of, of)
}

// termLength is how many characters of a search choose keys; see api_key_term.
const termLength = 20

// expires is the day that keys are ordered by: that of those which never expire comes
// after all others. (CASE, because COALESCE counts as leaking.)
const expires = `CASE WHEN k.expires_on IS NULL THEN 'infinity'::date ELSE k.expires_on END`

// column is the SQL that a field orders by, and its type.
func (f KeyField) column() (expression, sqlType string) {
	switch f {
	case ByName:
		return "k.name_key", `text COLLATE "C"`
	case ByExpires:
		return expires, "date"
	case ByLastUsed:
		return "u.at", "timestamptz"
	default:
		return "k.created_at", "timestamptz"
	}
}

// lives reports whether q asks for keys that are not revoked, of which there are not
// many in a workspace.
func (q KeyQuery) lives() bool { return q.Status != "" && q.Status != apikey.Revoked }

// narrowed is the list that q asks for.
func (q KeyQuery) narrowed(of uuid.UUID) narrowed {
	n := narrowed{
		choices: q.choices(of), where: all(q.conditions(of)), down: q.Order.Descending,
		walk: func(after bool, limit int) fragment { return q.walk(of, after, limit) },
	}
	column, sqlType := q.Order.By.column()
	use := ``
	if q.Order.By == ByLastUsed {
		use = ` JOIN api_key_use u ON u.workspace_id = k.workspace_id AND u.key_id = k.id`
	}
	n.row = sqlf(`SELECT k.*, `+column+` AS o, k.id AS i FROM api_key k`+use+` WHERE k.workspace_id = ? AND k.id = c.id`, of)
	if q.After != nil {
		n.after = q.later("k.o", "k.i", sqlType)
	}
	if q.Search != "" && q.Order.By == ByName && q.narrowings() == 1 {
		n.begins = func(after bool, limit int) fragment { return q.walk(of, after, limit, q.begins("k.name_key")) }
		n.others, n.apart = choice{q.inside(of), few}, sqlf(`NOT (?)`, q.begins("k.name_key"))
	}
	_, n.exact = q.straight()
	counted := q
	counted.Order, counted.After = KeyOrder{By: ByCreated}, nil
	n.any = counted.walk(of, false, walked)
	return n
}

// later demands that a key comes after the cursor.
func (q KeyQuery) later(value, id, sqlType string) fragment {
	comparison := ">"
	if q.Order.Descending {
		comparison = "<"
	}
	return sqlf(fmt.Sprintf(`(%s, %s) %s (?::text::%s, ?::uuid)`, value, id, comparison, sqlType), q.After.Value, q.After.ID)
}

// walk reads keys in their order. Only the first of those conditions that an index
// with this order begins with is read by it; all are judged later.
func (q KeyQuery) walk(of uuid.UUID, after bool, limit int, more ...fragment) fragment {
	column, sqlType := q.Order.By.column()
	from, id := "api_key k", "k.id"
	if q.Order.By == ByLastUsed {
		from, id = "api_key_use u", "u.key_id"
	}
	demands := append(append([]fragment{sqlf(from[len(from)-1:]+`.workspace_id = ?`, of)}, more...), q.bounds()...)
	if straight, _ := q.straight(); straight.text != "" {
		demands = append(demands, straight)
	}
	if after && q.After != nil {
		demands = append(demands, q.later(column, id, sqlType))
	}
	direction := "ASC"
	if q.Order.Descending {
		direction = "DESC"
	}
	tail := fmt.Sprintf(` ORDER BY %[1]s %[2]s, %[3]s %[2]s LIMIT (SELECT %[4]d)`, column, direction, id, limit)
	if q.Order.By != ByLastUsed {
		return sqlf(`SELECT k.*, `+column+` AS o, k.id AS i FROM `+from+` WHERE ?`+tail, all(demands))
	}
	return sqlf(`SELECT k.*, u.o, u.i FROM (SELECT u.at AS o, u.key_id AS i FROM `+from+` WHERE ?`+tail+`) u
		CROSS JOIN LATERAL (SELECT k.* FROM api_key k WHERE k.workspace_id = ? AND k.id = u.i OFFSET 0) k`, all(demands), of)
}

// straight is the condition that an index in the order of q begins with, if there is
// one. whole says that it is all that q narrows by.
func (q KeyQuery) straight() (condition fragment, whole bool) {
	created := q.Order.By == ByCreated
	alone := q.narrowings() == 1
	switch {
	case q.Order.By == ByLastUsed:
		return fragment{}, false
	case q.Status == apikey.Disabled && created:
		return sqlf(`k.disabled_at IS NOT NULL AND k.revoked_at IS NULL`), alone
	case q.lives():
		return sqlf(`k.revoked_at IS NULL`), false
	case created && q.Status == apikey.Revoked:
		return sqlf(`k.revoked_at IS NOT NULL`), alone
	case created && q.CreatedBy != uuid.Nil:
		return sqlf(`k.created_by_id = ?`, q.CreatedBy), alone
	case created && q.Scope != "":
		return sqlf(`k.scope = ?`, string(q.Scope)), alone
	}
	return fragment{}, alone && q.Order.By == ByExpires && !q.ExpiresBefore.IsZero()
}

// narrowings is how many things narrow q.
func (q KeyQuery) narrowings() (n int) {
	for _, is := range []bool{q.Status != "", q.Scope != "", q.Search != "", !q.ExpiresBefore.IsZero(), !q.UnusedSince.IsZero(), q.CreatedBy != uuid.Nil} {
		if is {
			n++
		}
	}
	return n
}

// bounds are where in the order q begins and ends.
func (q KeyQuery) bounds() (bounds []fragment) {
	by := q.Order.By
	if by == ByCreated && !q.UnusedSince.IsZero() {
		bounds = append(bounds, sqlf(`k.created_at < ?`, q.UnusedSince))
	}
	if by == ByLastUsed && !q.UnusedSince.IsZero() {
		bounds = append(bounds, sqlf(`u.at < ?`, q.UnusedSince))
	}
	if by == ByExpires {
		bounds = append(bounds, q.days(expires)...)
	}
	return bounds
}

// days are the days of expire that q lets through.
func (q KeyQuery) days(day string) (bounds []fragment) {
	switch q.Status {
	case apikey.Expired:
		bounds = append(bounds, sqlf(day+` < ?::date`, q.Today.String()))
	case apikey.Rotating, apikey.Active:
		bounds = append(bounds, sqlf(day+` >= ?::date`, q.Today.String()))
	}
	if !q.ExpiresBefore.IsZero() {
		bounds = append(bounds, sqlf(day+` < ?::date`, q.ExpiresBefore.String()))
	}
	return bounds
}

// conditions are all that q demands of a key k. The status is derived as apikey.Facts
// does, but for the day of expire: days are compared, which differs from the instant
// only while a zone's clock is set back over midnight.
func (q KeyQuery) conditions(of uuid.UUID) (demands []fragment) {
	add := func(text string, args ...any) { demands = append(demands, sqlf(text, args...)) }
	if q.lives() {
		add(`k.revoked_at IS NULL AND (k.disabled_at IS NOT NULL) = ?`, q.Status == apikey.Disabled)
	}
	demands = append(demands, q.days(`COALESCE(k.expires_on, 'infinity')`)...)
	switch q.Status {
	case apikey.Revoked:
		add(`k.revoked_at IS NOT NULL`)
	case apikey.Rotating:
		add(keyRotation+` > ?`, q.Now)
	case apikey.Active:
		add(`COALESCE(`+keyRotation+` <= ?, true)`, q.Now)
	}
	if q.Scope != "" {
		add(`k.scope = ?`, string(q.Scope))
	}
	if q.Search != "" {
		add(`(strpos(k.name_key, ?) > 0 OR k.id IN (?))`, apikey.FoldName(q.Search), q.hinted(of))
	}
	if !q.UnusedSince.IsZero() {
		add(`k.created_at < ? AND (SELECT u.at FROM api_key_use u WHERE u.workspace_id = ? AND u.key_id = k.id) < ?`, q.UnusedSince, of, q.UnusedSince)
	}
	if q.CreatedBy != uuid.Nil {
		add(`k.created_by_id = ?`, q.CreatedBy)
	}
	return demands
}

// hinted are the ids of the keys whose hint, or its end, is searched for.
func (q KeyQuery) hinted(of uuid.UUID) fragment {
	letters := []rune(q.Search)
	tail := string(letters[max(0, len(letters)-4):])
	return sqlf(`SELECT s.key_id FROM api_key_secret s WHERE s.workspace_id = ? AND s.valid_until IS NULL AND s.tail = ? AND (s.hint = ? OR s.tail = ?)`,
		of, tail, q.Search, q.Search)
}

// choices are the ways in which q leaves few keys.
func (q KeyQuery) choices(of uuid.UUID) (choices []choice) {
	add := func(text string, args ...any) { choices = append(choices, choice{sqlf(text, args...), few}) }
	keys := func(demands ...fragment) {
		add(`SELECT k.id FROM api_key k WHERE k.workspace_id = ? AND ?`, of, all(demands))
	}
	live := sqlf(`k.revoked_at IS NULL`)
	switch {
	case q.Status == apikey.Disabled:
		keys(sqlf(`k.disabled_at IS NOT NULL`), live)
	case q.Status == apikey.Rotating:
		add(`SELECT s.key_id AS id FROM api_key_secret s WHERE s.workspace_id = ? AND s.valid_until > ?`, of, q.Now)
	case q.Status == apikey.Revoked:
		keys(sqlf(`k.revoked_at IS NOT NULL`))
	case q.lives():
		keys(live)
	}
	if days := q.days(expires); len(days) > 0 {
		if q.lives() {
			days = append(days, live)
		}
		keys(days...)
	}
	if q.Scope != "" {
		keys(sqlf(`k.scope = ?`, string(q.Scope)))
	}
	if q.CreatedBy != uuid.Nil {
		keys(sqlf(`k.created_by_id = ?`, q.CreatedBy))
	}
	if !q.UnusedSince.IsZero() {
		add(`SELECT u.key_id AS id FROM api_key_use u WHERE u.workspace_id = ? AND u.at < ?`, of, q.UnusedSince)
	}
	if q.Search != "" {
		add(`SELECT k.id FROM api_key k WHERE k.workspace_id = ? AND ? UNION ALL ?`, of, q.begins("k.name_key"), q.inside(of))
	}
	return choices
}

// begins demands that a name begins with what is searched for.
func (q KeyQuery) begins(column string) fragment {
	begin := apikey.FoldName(q.Search)
	return sqlf(column+` >= ? AND `+column+` < ?`, begin, begin+afterAll)
}

// inside are the ids of keys that a search finds otherwise: within the name, or by the hint.
func (q KeyQuery) inside(of uuid.UUID) fragment {
	letters := []rune(apikey.FoldName(q.Search))
	begin := string(letters[:min(len(letters), termLength)])
	return sqlf(`SELECT t.key_id AS id FROM api_key_term t WHERE t.workspace_id = ? AND t.term >= ? AND t.term < ? UNION ALL ?`, of, begin, begin+afterAll, q.hinted(of))
}
