package testdb

import (
	"os"
	"syscall"
)

// memory is where Linux has files in memory.
const memory = "/dev/shm"

// ample is the room that a private server wants there: several run at once, each
// with dozens of databases, and some fill one.
const ample = 4 << 30

// place is the directory for private servers: in memory where there is ample room, for
// making and dropping databases is mostly work on files, and where TMPDIR does not
// name another.
func place() string {
	var fs syscall.Statfs_t
	if os.Getenv("TMPDIR") == "" && syscall.Statfs(memory, &fs) == nil && writable(memory) && uint64(fs.Bavail)*uint64(fs.Bsize) >= ample {
		return memory
	}
	return os.TempDir()
}

func writable(dir string) bool {
	probe, err := os.MkdirTemp(dir, privatePrefix)
	if err != nil {
		return false
	}
	return os.Remove(probe) == nil
}
