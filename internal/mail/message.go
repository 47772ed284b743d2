package mail

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"strings"
	"sync"

	"latchkey/internal/text"
)

// Message is a mail to one person.
type Message struct {
	To      string // name@example.com
	Subject string // one line
	Text    string // lines end in \n
}

// ErrRefused says that a message will not be taken, however often it is tried.
var ErrRefused = errors.New("the mail is refused")

// check keeps what could be taken for another header out of the headers.
func (m Message) check() error {
	parsed, err := mail.ParseAddress(m.To)
	switch {
	case err != nil || parsed.Address != m.To || !text.OneLine(m.To):
		return fmt.Errorf("%w: the recipient is no address", ErrRefused)
	case !text.OneLine(m.Subject):
		return fmt.Errorf("%w: the subject is not one line", ErrRefused)
	}
	return nil
}

// Printer writes messages down instead of sending them, links and all: it is for
// development, where whoever reads the output is whom they are for.
type Printer struct {
	mu  sync.Mutex
	out io.Writer
}

// NewPrinter prints to out.
func NewPrinter(out io.Writer) *Printer { return &Printer{out: out} }

// Send prints a message as people read it.
func (p *Printer) Send(_ context.Context, m Message) error {
	if err := m.check(); err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	_, err := fmt.Fprintf(p.out, "\n  Mail to %s: %s\n\n    %s\n\n", m.To, m.Subject, strings.ReplaceAll(strings.TrimSpace(m.Text), "\n", "\n    "))
	return err
}
