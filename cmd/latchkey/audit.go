package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/google/uuid"

	"latchkey/internal/admin"
	"latchkey/internal/apikey"
	"latchkey/internal/auditfile"
	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/fault"
	"latchkey/internal/store"
)

type auditCommand struct {
	Verify auditVerifyCommand `cmd:"" help:"Check an NDJSON export of the audit, offline. Exit code 0: it is whole and unchanged; 1: it is not; 2: it cannot be checked."`
	Export auditExportCommand `cmd:"" help:"Write the audit of a workspace, or the operator's own, with a signed checkpoint at its end."`
	Key    auditKeyCommand    `cmd:"" help:"Print the public halves of the audit keys, which exports are verified with; the first is the one that signs."`
}

// auditKeys is what commands need that sign, or tell what was signed with.
type auditKeys struct {
	AuditKeysFile string `required:"" env:"LATCHKEY_AUDIT_KEYS_FILE" placeholder:"FILE" help:"The audit keys file of the nodes."`
}

type auditKeyCommand struct{ auditKeys }

// Run prints a line for each key: its id and the public half in base64.
func (c *auditKeyCommand) Run(to console) error {
	keys, err := readAuditKeys(c.AuditKeysFile)
	if err != nil {
		return err
	}
	for _, key := range keys.Public() {
		fmt.Fprintln(to.out, key)
	}
	return nil
}

type auditExportCommand struct {
	operatorDatabase
	auditKeys
	Workspace string           `xor:"chain" required:"" placeholder:"SLUG" help:"The workspace's slug or id."`
	Operator  bool             `xor:"chain" required:"" help:"The operator's chain: sign-ins, people, staff and searches, which belong to no workspace."`
	After     int64            `placeholder:"NUMBER" help:"Only events after this number, to continue an earlier export."`
	Format    auditfile.Format `default:"ndjson" enum:"ndjson,csv" help:"How it is written: ${enum}. CSV cannot be verified."`
	Output    string           `default:"-" placeholder:"FILE" help:"Where to; - is standard output. A file that is there already is not overwritten."`
}

// Run writes the export. The export is recorded in the chain itself, and is its last event.
func (c *auditExportCommand) Run(ctx context.Context, to console) (err error) {
	keys, err := readAuditKeys(c.AuditKeysFile)
	if err != nil {
		return err
	}
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close() // nothing is left to lose
	service := admin.New(st, cluster.NewBarrier(st), apikey.Scheme{}, apikey.Peppers{}, admin.Options{})
	out, finish, err := c.output(to.out)
	if err != nil {
		return err
	}
	whole := false
	defer func() { err = errors.Join(err, finish(err == nil)) }()
	const doing = "latchkey audit export"
	var export *admin.AuditExport
	if c.Operator {
		export, err = service.ExportOperatorAudit(ctx, caller.OfOperator(uuid.Nil, doing).Actor(), c.Format, c.After)
	} else {
		who, findErr := auditedWorkspace(ctx, st, c.Workspace, doing)
		if findErr != nil {
			return findErr
		}
		export, err = service.ExportAudit(ctx, who, admin.ExportAudit{Format: c.Format, After: c.After})
	}
	if err != nil {
		return err
	}
	if whole, err = export.Stream(ctx, out, keys, context.Context.Err); err != nil {
		return err
	}
	if !whole {
		return errors.New("the stored chain does not verify, so the export is not signed: `latchkey audit verify` says where it is broken")
	}
	fmt.Fprintf(to.err, "Exported up to event %d.\n", export.Head.Seq)
	return nil
}

// auditedWorkspace is the operator in a workspace, also in one that was deleted and
// whose audit is still there, by its id.
func auditedWorkspace(ctx context.Context, st *store.Store, name, doing string) (caller.Caller, error) {
	who, err := operatorIn(ctx, st, name, doing)
	id, parseErr := uuid.Parse(name)
	if f, ok := fault.As(err); !ok || f.Kind != fault.NotFound || parseErr != nil || id == uuid.Nil {
		return who, err
	}
	gone, total := caller.OfOperator(id, doing), store.Total{}
	viewErr := st.View(ctx, gone, func(ctx context.Context, v *store.View) (err error) {
		_, total, err = v.AuditEvents(ctx, store.AuditQuery{Limit: 1})
		return err
	})
	if viewErr != nil || total.N > 0 {
		return gone, viewErr
	}
	return who, err
}

// output opens where the export goes. finish closes it; what is not good is removed.
func (c *auditExportCommand) output(standard io.Writer) (out io.Writer, finish func(good bool) error, err error) {
	if c.Output == "-" {
		return standard, func(bool) error { return nil }, nil
	}
	f, err := os.OpenFile(c.Output, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, nil, fmt.Errorf("making the file: %w", err)
	}
	return f, func(good bool) error {
		err := f.Close()
		if !good {
			err = errors.Join(err, os.Remove(c.Output))
		}
		return err
	}, nil
}

type auditVerifyCommand struct {
	File      string   `arg:"" help:"The export; - is standard input."`
	PublicKey []string `required:"" sep:"none" placeholder:"KEY" help:"A public key as \"latchkey audit key\" prints it, with or without its id; or a file of such lines. May be given more than once."`
	Since     string   `placeholder:"FILE" help:"An earlier export, or its last line: the new one must continue it."`
	Workspace string   `placeholder:"ID" help:"The workspace that the export must be of."`
}

// Run says what was checked, or the first line that is wrong.
func (c *auditVerifyCommand) Run(to console) error {
	options := auditfile.Options{}
	for _, given := range c.PublicKey {
		keys, err := publicKeys(given)
		if err != nil {
			return exitCode{2, err}
		}
		options.Keys = append(options.Keys, keys...)
	}
	if c.Since != "" {
		since, err := readFrom(c.Since, func(in io.Reader) (auditfile.Checkpoint, error) { return auditfile.ReadCheckpoint(in, options.Keys) })
		if err != nil {
			return verdict(c.Since, err)
		}
		options.Since = &since
	}
	report, err := readFrom(c.File, func(in io.Reader) (auditfile.Report, error) { return auditfile.Verify(in, options) })
	if err != nil {
		return verdict(c.File, err)
	}
	chain := auditfile.ChainName(report.Head.Workspace)
	if c.Workspace != "" && c.Workspace != report.Head.Workspace.String() {
		return exitCode{1, fmt.Errorf("%s is whole and unchanged, but it is of %s", c.File, chain)}
	}
	fmt.Fprintf(to.out, "Whole and unchanged: events %d to %d of %s, as of %s, signed with %s.\n",
		report.First, report.Head.Seq, chain, report.At.Format("2006-01-02 15:04:05 UTC"), report.By)
	return nil
}

func verdict(file string, err error) error {
	code := 2
	if flawed := (*auditfile.Flawed)(nil); errors.As(err, &flawed) {
		code = 1
	}
	return exitCode{code, fmt.Errorf("%s: %w", file, err)}
}

// publicKeys reads a key, or a file of keys.
func publicKeys(given string) ([]auditfile.PublicKey, error) {
	if key, err := auditfile.ParsePublicKey(given); err == nil {
		return []auditfile.PublicKey{key}, nil
	}
	text, err := readFrom(given, func(in io.Reader) ([]byte, error) { return io.ReadAll(io.LimitReader(in, 64<<10)) })
	if err != nil {
		return nil, fmt.Errorf("%q is neither a public key (32 bytes in base64, as `latchkey audit key` prints it) nor a file that can be read: %w", given, err)
	}
	var keys []auditfile.PublicKey
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, err := auditfile.ParsePublicKey(line)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", given, err)
		}
		keys = append(keys, key)
	}
	return keys, nil
}

func readFrom[T any](path string, read func(io.Reader) (T, error)) (out T, err error) {
	if path == "-" {
		return read(os.Stdin)
	}
	f, err := os.Open(path)
	if err != nil {
		return out, err
	}
	defer f.Close() // it was only read
	return read(f)
}

// readAuditKeys reads the file that holds them.
func readAuditKeys(path string) (auditfile.Keys, error) {
	return readKeys("audit keys", path, auditfile.ParseKeys)
}
