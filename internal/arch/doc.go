// Package arch holds the tests that guard the plan of the tree (ARCHITECTURE.md):
// which package may import which of ours and why, who may make a caller, that
// every package explains itself, and a few habits that reviews would otherwise
// have to watch for. It has no code of its own and reads the source as text.
//
// When a test here fails, either the change is in the wrong room, or the plan has
// stopped fitting: then redraw the plan, its reason and ARCHITECTURE.md together.
package arch
