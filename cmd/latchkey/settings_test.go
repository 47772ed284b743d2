package main

import (
	"strings"
	"testing"
)

// What is so when nothing is said is in the help.
func TestHelpShowsDefaults(t *testing.T) {
	t.Parallel()
	p := start(t, nil, "serve", "--help")
	if code := p.exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	for _, flag := range []string{`--access-log="-"`, "--body-memory=64", "--max-connections=8"} {
		if !strings.Contains(p.out.String(), flag) {
			t.Errorf("no %s", flag)
		}
	}
}
