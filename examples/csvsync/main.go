package main

import (
	"context"
	"crypto/sha256"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// workers is how many lines are on their way at once.
const workers = 4

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "csvsync:", err)
		stop()
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	key, base := os.Getenv("LATCHKEY_KEY"), os.Getenv("LATCHKEY_URL")
	if len(args) != 1 || key == "" || base == "" {
		return errors.New("give a file, and LATCHKEY_URL and LATCHKEY_KEY in the environment")
	}
	content, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	names, lines, err := read(content)
	if err != nil {
		return fmt.Errorf("%s: %w", args[0], err)
	}
	s := &nightly{api: newAPI(base, key), names: names, run: fmt.Sprintf("%x", sha256.Sum256(content))[:16]}
	failed := s.all(ctx, lines, out)
	fmt.Fprintf(out, "%d lines: %d created, %d updated, %d failed\n", len(lines), s.created.Load(), s.updated.Load(), failed)
	if failed > 0 {
		return fmt.Errorf("%d lines failed; run it again when they are mended", failed)
	}
	return ctx.Err()
}

// read splits the file in the names of its fields and its lines.
func read(content []byte) (names []string, lines [][]string, err error) {
	all, err := csv.NewReader(strings.NewReader(string(content))).ReadAll()
	switch {
	case err != nil:
		return nil, nil, err
	case len(all) == 0 || !slices.Contains(all[0], "custom_id"):
		return nil, nil, errors.New(`the first line must name the fields, "custom_id" among them`)
	}
	return all[0], all[1:], nil
}

// nightly is one run over one file.
type nightly struct {
	api              *api
	names            []string
	run              string // of the file's content: the same file is the same run
	created, updated atomic.Int64
}

// all sends every line, and returns how many failed. It says of each why.
func (s *nightly) all(ctx context.Context, lines [][]string, out io.Writer) (failed int) {
	todo := make(chan int)
	var failures atomic.Int64
	var printing sync.Mutex
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := range todo {
				if err := s.line(ctx, i, lines[i]); err != nil {
					failures.Add(1)
					printing.Lock()
					fmt.Fprintf(out, "line %d: %v\n", i+2, err)
					printing.Unlock()
				}
			}
		})
	}
	for i := range lines {
		todo <- i
	}
	close(todo)
	group.Wait()
	return int(failures.Load())
}

// line brings one line in: the user, and that it was imported.
func (s *nightly) line(ctx context.Context, number int, values []string) error {
	user := map[string]string{}
	for i, name := range s.names {
		if values[i] != "" {
			user[name] = values[i]
		}
	}
	var made struct {
		Created bool  `json:"created"`
		ID      int64 `json:"id"`
	}
	if err := s.api.post(ctx, "users/update_or_create/", fmt.Sprintf("%s-%d-user", s.run, number), user, &made); err != nil {
		return err
	}
	if made.Created {
		s.created.Add(1)
	} else {
		s.updated.Add(1)
	}
	event := map[string]any{"user_id": made.ID, "name": "imported", "data": map[string]any{"file": s.run}}
	return s.api.post(ctx, "events/", fmt.Sprintf("%s-%d-event", s.run, number), event, nil)
}
