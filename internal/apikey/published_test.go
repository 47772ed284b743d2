package apikey_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"latchkey/internal/apikey"
)

// What is published for others to find and check secrets by must be what is
// minted, to the letter.
func TestPublishedExpression(t *testing.T) {
	s := scheme(t, apikey.DefaultPrefix)
	for file, quoted := range map[string]string{
		"../../docs/keys.md":              "```\n" + s.Expression() + "\n```",
		"../../docs/leaks/gitleaks.toml":  "regex = '''" + s.Expression() + "'''",
		"../../docs/leaks/trufflehog.yml": "secret: '" + s.Expression() + "'",
	} {
		text := read(t, file)
		if !strings.Contains(text, quoted) {
			t.Errorf("%s does not hold %s", file, quoted)
		}
		if keyword := apikey.DefaultPrefix; !strings.Contains(text, keyword) {
			t.Errorf("%s does not look for %s", file, keyword)
		}
		for _, other := range regexp.MustCompile(`[a-z0-9_]+\[[0-9A-Za-z-]+\]\{\d+\}`).FindAllString(text, -1) {
			if other != s.Expression() {
				t.Errorf("%s also holds the expression %s", file, other)
			}
		}
	}
}

func TestPublishedVectors(t *testing.T) {
	s := scheme(t, apikey.DefaultPrefix)
	text := read(t, "../../docs/keys.md")
	var pinned, published []string
	eachVector(t, func(_, _, secret string) { pinned = append(pinned, secret) })
	for _, found := range regexp.MustCompile(`(?m)^lk_\w+$`).FindAllString(text, -1) {
		if len(found) < apikey.Length {
			continue
		}
		published = append(published, found)
		if _, err := s.Parse(found); err != nil || !slices.Contains(pinned, found) {
			t.Errorf("%s is published as a test vector: %v", found, err)
		}
	}
	slices.Sort(published)
	if n := len(slices.Compact(published)); n != 5 {
		t.Errorf("%d different vectors are published", n)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
