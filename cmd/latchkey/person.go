package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"latchkey/internal/session"
	"latchkey/internal/store"
)

type personCommand struct {
	Create personCreateCommand `cmd:"" help:"Add a person who may sign in to the admin plane, and there create a workspace."`
	Email  personEmailCommand  `cmd:"" help:"Give a person another e-mail address, without their word for it. Make sure that it is they who ask."`
}

type personCreateCommand struct {
	DatabaseURL string `required:"" env:"LATCHKEY_DATABASE_URL" placeholder:"URL" help:"PostgreSQL as latchkey_app."`
	Email       string `arg:"" help:"The address that they sign in with."`
	Name        string `required:"" help:"What they are called."`
}

// Run reads the password from standard input, so that it stands in no list of processes.
func (c *personCreateCommand) Run(ctx context.Context, to console) error {
	password, err := firstLine(os.Stdin)
	if err != nil {
		return err
	}
	st, err := store.Open(ctx, c.DatabaseURL, store.Options{MaxConns: 1})
	if err != nil {
		return err
	}
	defer st.Close() // nothing is left to lose
	sessions, err := session.New(st, session.Options{})
	if err != nil {
		return err
	}
	p, err := sessions.CreatePerson(ctx, c.Email, c.Name, session.NewPassword(password))
	if err != nil {
		return err
	}
	fmt.Fprintf(to.out, "%s may sign in.\n", p.Email)
	return nil
}

type personEmailCommand struct {
	operatorDatabase
	Old string `arg:"" help:"The address that they sign in with."`
	New string `arg:"" help:"The one from now on."`
}

// Run changes the address at once: whoever runs it vouches for it.
func (c *personEmailCommand) Run(ctx context.Context, to console) error {
	return c.with(ctx, func(_ *store.Store, sessions *session.Service) error {
		old, err := sessions.SetEmail(ctx, c.Old, c.New)
		if err != nil {
			return err
		}
		fmt.Fprintf(to.out, "%s signs in as %s from now on. Their sessions go on; a new password, by its link, ends them.\n", old, strings.TrimSpace(c.New))
		return nil
	})
}

// firstLine reads one line of at most 4 KiB.
func firstLine(in io.Reader) (string, error) {
	line, err := bufio.NewReader(io.LimitReader(in, 4<<10)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("reading the password from standard input: %w", err)
	}
	line = strings.TrimRight(line, "\r\n")
	if line == "" {
		return "", errors.New("write the password to standard input, as one line")
	}
	return line, nil
}
