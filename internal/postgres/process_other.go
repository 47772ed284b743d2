//go:build unix && !linux

package postgres

import (
	"context"
	"strconv"
	"strings"
	"syscall"
)

// dieWithParent does nothing: only Linux knows such a thing. The next Start on
// the data directory stops what was left behind.
func dieWithParent(*syscall.SysProcAttr, syscall.Signal) {}

// isPostmaster tells whether pid is a postgres that was started on dataDir.
func isPostmaster(pid int, dataDir string) bool {
	args, err := output(context.Background(), "ps", "-o", "args=", "-p", strconv.Itoa(pid))
	program, rest, _ := strings.Cut(args, " ")
	return err == nil && strings.HasSuffix(program, "/postgres") && strings.Contains(rest+" ", "-D "+dataDir+" ")
}
