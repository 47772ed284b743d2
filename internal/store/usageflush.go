package store

import (
	"context"
	"fmt"
	"net/netip"
	"strconv"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"
)

// UsageBatch is what one flush writes. No list names the same row twice.
type UsageBatch struct {
	Counts  []Count
	Sources []Source
	Uses    []Use
}

// Count is how often a key's calls of an operation ended in an outcome within an hour.
type Count struct {
	Workspace, Key uuid.UUID
	Hour           time.Time
	Operation      string
	Outcome        string
	Access         string // what the operation does: "read", "write", "delete" or "own"
	Calls          int64
}

// Source is an address or a user agent that a key's calls came from on a day.
type Source struct {
	Workspace, Key  uuid.UUID
	Day             time.Time // of UTC
	Kind            SourceKind
	Source          string // "" when it is not known
	Calls, Refusals int64
	LastSeen        time.Time
}

// SourceKind is the sort of a source.
type SourceKind string

// The sorts of sources.
const (
	FromAddress   SourceKind = "address"
	FromUserAgent SourceKind = "user_agent"
)

// OtherSources stands for all sources beyond those that a key has room for in a day.
const OtherSources = "other"

// Room returns how many sources of a kind are kept apart for a key and day. The
// database has the same bounds.
func (k SourceKind) Room() int {
	if k == FromAddress {
		return 200
	}
	return 50
}

// Use is the latest use of a key.
type Use struct {
	Workspace, Key uuid.UUID
	At             time.Time
	Address        netip.Addr
	UserAgent      string
	Operation      string
}

// FlushUsage adds counts and moves last uses forward, all or nothing, in one statement.
func (s *Store) FlushUsage(ctx context.Context, b UsageBatch) error {
	args := append(countArrays(b.Counts), sourceArrays(b.Sources)...)
	args = append(args, useArrays(b.Uses)...)
	err := s.across(ctx, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `SELECT usage_flush($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
			$16, $17, $18, $19, $20, $21)`, args...)
		return err
	})
	if err != nil {
		return fmt.Errorf("flushing usage: %w", err)
	}
	return nil
}

// columns are parallel arrays, one for each column, made of rows of texts.
func columns[T any](rows []T, width int, texts func(T) []string) []any {
	arrays := make([]pq.StringArray, width)
	for i := range arrays {
		arrays[i] = make(pq.StringArray, len(rows))
	}
	for i, row := range rows {
		for j, text := range texts(row) {
			arrays[j][i] = text
		}
	}
	args := make([]any, width)
	for i := range arrays {
		args[i] = arrays[i]
	}
	return args
}

func countArrays(counts []Count) []any {
	return columns(counts, 7, func(c Count) []string {
		return []string{c.Workspace.String(), c.Key.String(), c.Hour.UTC().Format(time.RFC3339), c.Operation, c.Outcome, c.Access, number(c.Calls)}
	})
}

func sourceArrays(sources []Source) []any {
	return columns(sources, 8, func(s Source) []string {
		return []string{s.Workspace.String(), s.Key.String(), s.Day.UTC().Format(time.DateOnly), string(s.Kind), s.Source,
			number(s.Calls), number(s.Refusals), s.LastSeen.UTC().Format(time.RFC3339Nano)}
	})
}

func useArrays(uses []Use) []any {
	return columns(uses, 6, func(u Use) []string {
		return []string{u.Workspace.String(), u.Key.String(), u.At.UTC().Format(time.RFC3339Nano), addressText(u.Address), u.UserAgent, u.Operation}
	})
}

func number(n int64) string { return strconv.FormatInt(n, 10) }

func addressText(a netip.Addr) string {
	if !a.IsValid() {
		return ""
	}
	return a.String()
}
