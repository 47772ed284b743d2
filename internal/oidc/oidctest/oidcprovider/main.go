// Command oidcprovider is the provider of package oidctest, for tests that are not
// written in Go: OIDCTEST_REDIRECT is where it sends browsers back to, and its first line
// of output where it answers. It ends when its standard input does.
package main

import (
	"fmt"
	"os"

	"latchkey/internal/oidc/oidctest"
)

func main() {
	oidctest.Main()
	fmt.Fprintln(os.Stderr, "oidcprovider: OIDCTEST_REDIRECT says where browsers are sent back to, and it is not set")
	os.Exit(2)
}
