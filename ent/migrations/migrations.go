// Package migrations holds the SQL that makes a Latchkey database. SQL is the
// truth: ent's schema describes the same tables for Go, and a test compares the
// two.
//
// Roles belong to the cluster and are made first, by a superuser ([Roles]).
// Everything else is numbered files that goose applies as latchkey_owner, each in
// one transaction, inside the schema "latchkey" (made before the first of them,
// and named by the roles' search_path). Policies and grants stand beside the
// tables that they guard.
//
// A migration that changes rows of a tenant table wraps the change in
// ALTER TABLE … NO FORCE ROW LEVEL SECURITY … FORCE ROW LEVEL SECURITY: under
// FORCE an owner's UPDATE silently changes nothing.
//
// A function is as the last file that replaces it has it; psql's \sf shows what a
// database has.
package migrations

import (
	"embed"
	"io/fs"
	"strconv"
	"strings"
)

// Schema is the PostgreSQL schema that everything lives in.
const Schema = "latchkey"

// FS holds the goose migrations at its root.
//
//go:embed *.sql
var FS embed.FS

// RolesFile is the name of the roles script in [FS]; it has no number, so goose
// passes over it.
const RolesFile = "roles.sql"

// Roles returns the idempotent script that creates the cluster's roles.
func Roles() string {
	b, err := FS.ReadFile(RolesFile)
	if err != nil {
		panic(err) // the file is embedded: it cannot be missing
	}
	return string(b)
}

// Latest returns the version of the newest migration: the schema that this
// program was built for.
func Latest() int64 {
	files, err := fs.Glob(FS, "[0-9]*.sql")
	if err != nil || len(files) == 0 {
		panic("migrations: none embedded") // impossible: the pattern is constant, the files are embedded
	}
	number, _, _ := strings.Cut(files[len(files)-1], "_")
	version, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		panic(err) // as above
	}
	return version
}
