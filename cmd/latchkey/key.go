package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"latchkey/internal/apikey"
)

type keyCommand struct {
	Check        keyCheckCommand     `cmd:"" help:"Say whether a text has the form of a secret, and if not, which part is wrong. Asks nobody. Exit code 0: it has; 1: it has not."`
	RevokeLeaked revokeLeakedCommand `cmd:"" help:"Find secrets in a text, and revoke the keys of those that are live."`
}

type keyCheckCommand struct {
	prefixes
	Text string `arg:"" optional:"" default:"-" help:"The text. Other users of the machine may see arguments: with - (or nothing) it is read from standard input."`
}

// maxChecked is how much of standard input is read for one secret, in bytes.
const maxChecked = 64 << 10

// Run checks without a database. Nothing that it prints holds the text.
func (c *keyCheckCommand) Run(to console) error {
	scheme, err := c.scheme()
	if err != nil {
		return err
	}
	text := c.Text
	if text == "-" {
		content, err := io.ReadAll(io.LimitReader(stdin(), maxChecked))
		if err != nil {
			return fmt.Errorf("reading standard input: %w", err)
		}
		text = string(content)
	}
	text = strings.TrimSpace(text)
	if wrong := scheme.Diagnose(text); wrong != nil {
		return fmt.Errorf("this is not a secret: %w", wrong)
	}
	secret, err := scheme.Parse(text)
	if err != nil {
		return errors.New("this is not a secret")
	}
	fmt.Fprintf(to.out, "This has the form of a secret: %s. Whether its key is live, only the server knows.\n", secret.Hint())
	return nil
}

// stdin is standard input. A read of it cannot be called off, so from here on
// Ctrl-C ends the process at once.
func stdin() io.ReadCloser {
	signal.Reset(os.Interrupt, syscall.SIGTERM)
	return os.Stdin
}

// eachSecret calls do with every secret in a text of any length, in order, also
// with those that lie across two reads. It holds a bounded part of the text.
func eachSecret(in io.Reader, scheme apikey.Scheme, do func(apikey.Secret) error) error {
	const window = 256 << 10
	buf := make([]byte, 0, window)
	for {
		n, err := in.Read(buf[len(buf):window])
		buf = buf[:len(buf)+n]
		for _, secret := range scheme.Find(buf) {
			if err := do(secret); err != nil {
				return err
			}
		}
		// What is kept is too short for a secret, so none is found twice.
		buf = append(buf[:0], buf[max(0, len(buf)-apikey.Length+1):]...)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("reading the text: %w", err)
		}
	}
}
