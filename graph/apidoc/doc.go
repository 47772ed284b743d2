// Command apidoc writes docs/admin-api.md: head.md, which is written by hand, and
// after it everything that schema.graphql says, in its order and under the headings
// of its comments, which are those of the settings screens. go generate runs it in
// the directory of package graph, and make check compares.
package main
