// Package doctor looks at an installation as it is and says what is wrong with it, what
// that means and what to do: settings and key files, PostgreSQL's own settings,
// roles and fences, the schema, clocks and nodes.
//
// Each check is a line of a table ([Database], and those of cmd/latchkey about the
// command line), so that one is easily added. A check only reads. It looks by itself rather than through
// package store, which refuses to open what is not fit, and gives no second opinion
// on what that does: it reports.
//
// A check has a deadline, and one that cannot be made is a failure of its own; the
// others go on. What it needs is what the application's role may read; nothing wants
// a superuser. Findings hold no secret, and no tenant's data but counts.
package doctor
