package postgres

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

func dieWithParent(attr *syscall.SysProcAttr, signal syscall.Signal) { attr.Pdeathsig = signal }

// isPostmaster tells whether pid is a postgres that works in dataDir, where
// every server process stays.
func isPostmaster(pid int, dataDir string) bool {
	proc := fmt.Sprintf("/proc/%d/", pid)
	comm, err := os.ReadFile(proc + "comm")
	if err != nil || strings.TrimSpace(string(comm)) != "postgres" {
		return false
	}
	cwd, err := os.Readlink(proc + "cwd")
	if err != nil {
		return false
	}
	real, err := filepath.EvalSymlinks(dataDir)
	return err == nil && cwd == real
}
