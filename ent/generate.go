// Package ent is where the rows are modelled: schema/ is written by hand,
// migrations/ holds the SQL that runs (and is the truth), gen/ is all of ent's
// output and is never edited.
//
// Only package store may see gen; everything above it works with values of its
// own.
package ent

//go:generate go run entc.go
