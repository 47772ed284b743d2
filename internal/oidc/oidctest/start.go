package oidctest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// User is whom the provider takes a browser's person for.
type User struct {
	Subject  string
	Email    string
	Verified bool
	Name     string
	Groups   []string
	Methods  []string // how they showed who they are (amr)
	NoTime   bool     // it is not told when they did (auth_time)
}

// Provider is a running provider with one client.
type Provider struct {
	t      *testing.T
	Issuer string
	Client string // its id
	key    string // what the client proves itself with
	cmd    *exec.Cmd
	input  io.Closer
}

const clientKey = "the key of the tests' client"

// asProvider in the environment makes a test's program a provider; it is where
// browsers are sent back to.
const asProvider = "OIDCTEST_REDIRECT"

// Start runs a provider until the test ends, or Stop.
func Start(t *testing.T, redirect string) *Provider {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := &Provider{t: t, Client: "latchkey", key: clientKey, cmd: exec.Command(self)}
	p.cmd.Env = append(os.Environ(), asProvider+"="+redirect)
	p.cmd.Stderr = os.Stderr
	if p.input, err = p.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Stop)
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("the provider did not start: %v", err)
	}
	p.Issuer = strings.TrimSpace(line)
	return p
}

// Stop ends the provider, and returns when it has ended.
func (p *Provider) Stop() {
	_ = p.input.Close() // it may have ended already
	_ = p.cmd.Wait()
}

// Key returns what the client proves itself with.
func (p *Provider) Key() string { return p.key }

// Is makes everybody whose browser comes this user, from now on.
func (p *Provider) Is(u User) {
	p.t.Helper()
	body, err := json.Marshal(u)
	if err != nil {
		p.t.Fatal(err)
	}
	answer, err := http.Post(p.Issuer+userPath, "application/json", bytes.NewReader(body))
	if err != nil {
		p.t.Fatal(err)
	}
	defer answer.Body.Close() // it is empty
	if answer.StatusCode != http.StatusNoContent {
		p.t.Fatal(fmt.Errorf("the provider answers %s", answer.Status))
	}
}
