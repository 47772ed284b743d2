// Package workspace is the tenant as values: the workspace itself, who belongs
// to it, and its settings. It reads no clock, holds no state and knows nothing
// of where the values are kept; they may be shared between goroutines as long as
// nobody changes them.
package workspace
