// Command latchkey is the public-API layer of a multi-tenant SaaS.
//
//	latchkey dev                        everything on this machine, PostgreSQL included
//	latchkey serve                      the admin plane, the data plane, or both
//	latchkey migrate                    bring the database to this program's schema
//	latchkey doctor                     what is wrong with this installation, and what to do
//	latchkey nodes                      who serves the data plane
//	latchkey person create|email        who may sign in, and with which address
//	latchkey workspace suspend|resume   stop a workspace's keys, or let them work again
//	latchkey workspace limits           how many requests they may make
//	latchkey peppers status             what still depends on each pepper
//	latchkey second-factor reset|reseal turn a lost one off; move all to a new key
//	latchkey staff grant|revoke|list    who may search tenants and look into them
//	latchkey key check|revoke-leaked    is this a secret; revoke those found in a text
//	latchkey audit export|verify|key    the audit as a signed file, and whether it is whole
//
// Every setting is a flag and an environment variable; --help lists them. main
// turns signals into the end of a context and errors into an exit code: 0 when all
// went well, 1 when something failed, 2 when the command line is wrong (and, of
// "audit verify", when there is nothing that could be checked).
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"latchkey/internal/apikey"
	"latchkey/internal/fault"
	"latchkey/internal/store"
)

type commands struct {
	Dev     devCommand     `cmd:"" help:"Run everything on this machine: a private PostgreSQL, both planes, and a demo workspace on first start."`
	Serve   serveCommand   `cmd:"" help:"Serve the admin plane, the data plane, or both."`
	Person  personCommand  `cmd:"" help:"People of the admin plane."`
	Migrate migrateCommand `cmd:"" help:"Bring the database to the schema that this program needs. Safe to run at any time."`

	SecondFactor secondFactorCommand `cmd:"" name:"second-factor" help:"Turn off a second factor that is lost, or seal all under a new key."`

	Doctor    doctorCommand    `cmd:"" help:"Look whether everything is set up as it must be, and say what to do where it is not."`
	Nodes     nodesCommand     `cmd:"" help:"List the nodes that serve the data plane, and how far each follows changes of access."`
	Workspace workspaceCommand `cmd:"" help:"Suspend or resume a workspace, or set its rate limits."`
	Staff     staffCommand     `cmd:"" help:"People who support workspaces: mark them, take that from them, or list them."`
	Peppers   peppersCommand   `cmd:"" help:"See what secrets still depend on a pepper."`
	Key       keyCommand       `cmd:"" help:"Check the form of a secret, or revoke leaked ones."`
	Audit     auditCommand     `cmd:"" help:"Export the audit as a signed file, and verify such a file offline."`
}

func main() { os.Exit(realMain(os.Args[1:])) }

func realMain(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return execute(ctx, console{os.Stdout, os.Stderr}, args)
}

// console is where commands that end by themselves print what they have found and done, and what
// went wrong. What serves logs to the process's own standard error.
type console struct{ out, err io.Writer }

// execute runs one command and returns its exit code.
func execute(ctx context.Context, to console, args []string) int {
	var c commands
	parser, err := kong.New(&c, kong.Name("latchkey"), kong.UsageOnError(),
		kong.Description("API keys, fenced by scope, day of expire and IP allowlist, in front of a workspace's own data."),
		kong.Vars{"prefix": apikey.DefaultPrefix}, kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(to))
	if err != nil {
		panic(err) // the declarations above are wrong
	}
	command, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(to.err, "latchkey: %s. `latchkey --help` lists commands and settings.\n", strings.TrimSuffix(err.Error(), "."))
		return 2
	}
	if err := command.Run(); err != nil {
		to.complain(err)
		if code := (exitCode{}); errors.As(err, &code) {
			return code.code
		}
		return 1
	}
	return 0
}

// exitCode is an error that ends the program with a code of its own.
type exitCode struct {
	code int
	error
}

// Unwrap returns what went wrong.
func (e exitCode) Unwrap() error { return e.error }

// complain prints what went wrong: first the sentence made for people, then the cause.
func (to console) complain(err error) {
	f, ok := fault.As(err)
	if !ok {
		fmt.Fprintln(to.err, "latchkey:", err)
		return
	}
	fmt.Fprintln(to.err, "latchkey:", f.Message)
	if cause := errors.Unwrap(f); cause != nil {
		fmt.Fprintln(to.err, "  because:", cause)
	}
	if f.Code == store.ErrUnavailable.Code {
		fmt.Fprintln(to.err, "  `latchkey doctor` says what is wrong with the database URL or the server.")
	}
}
