package doctor

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"strings"
)

// KeyFile is a file of keys, one id and base64 key a line.
type KeyFile struct {
	Name     string // of the check, and of what it holds: "peppers"
	Flag     string // that names the file
	Path     string // "" when none is named
	Optional bool   // nothing is wrong without one
	Parse    func(io.Reader) error
}

// Check looks whether the file can be read, by whom else, and whether it holds what it should.
func (f KeyFile) Check() Check {
	return Check{f.Name, func(context.Context) []Finding { return f.look() }}
}

func (f KeyFile) look() []Finding {
	switch {
	case f.Path == "" && f.Optional:
		return Fine("No file is named by %s.", f.Flag)
	case f.Path == "":
		return Failure("No file is named.", fmt.Sprintf("Name it by %s; a line of it is an id, a space, and the output of `openssl rand -base64 32`.", f.Flag))
	}
	info, err := os.Stat(f.Path)
	if err != nil {
		return Failure(fmt.Sprintf("%s cannot be found by this user: %v.", f.Path, err), "Put the file there, or correct "+f.Flag+". Run this as the user that serves.")
	}
	raw, err := os.ReadFile(f.Path)
	if err != nil {
		return Failure(fmt.Sprintf("%s cannot be read by this user: %v.", f.Path, err), "Give the file to the user that serves: chown, and chmod 400.")
	}
	if err := f.Parse(bytes.NewReader(raw)); err != nil {
		return Failure(fmt.Sprintf("%s is not what it should be: %v.", f.Path, err), "Correct that line; every node needs the same file.")
	}
	var all []Finding
	if info.Mode().Perm()&0o007 != 0 {
		all = append(all, Failure(fmt.Sprintf("%s is open to every user of this machine (mode %04o).", f.Path, info.Mode().Perm()), "chmod o= "+f.Path)...)
	}
	if id := weak(raw); id != "" {
		all = append(all, Failure(fmt.Sprintf("The key %s in %s does not look random.", id, f.Path),
			"Replace it by the output of `openssl rand -base64 32`, in the steps that docs/operations.md gives for this file.")...)
	}
	if len(all) == 0 {
		return Fine("%s is readable, closed to others, and holds random keys.", f.Path)
	}
	return all
}

// weak returns the id of the first key that repeats itself more than chance does: of 32
// random bytes about 30 differ, and fewer than 20 never do.
func weak(raw []byte) (id string) {
	lines := bufio.NewScanner(bytes.NewReader(raw))
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) < 2 || strings.HasPrefix(words[0], "#") {
			continue
		}
		key, err := base64.StdEncoding.DecodeString(words[1])
		if err != nil {
			continue
		}
		seen := map[byte]bool{}
		for _, b := range key {
			seen[b] = true
		}
		if len(seen) < 20 {
			return words[0]
		}
	}
	return ""
}
