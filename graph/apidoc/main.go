package main

import (
	_ "embed"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// Where things are, from package graph.
const (
	schemaFile = "../schema.graphql"
	pageFile   = "../docs/admin-api.md"
)

//go:embed head.md
var head string

func main() {
	if err := write(); err != nil {
		fmt.Fprintln(os.Stderr, "apidoc:", err)
		os.Exit(1)
	}
}

func write() error {
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		return err
	}
	schema, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphql", Input: string(text)})
	if err != nil {
		return err
	}
	return os.WriteFile(pageFile, []byte(head+reference(schema, headings(string(text)))), 0o644)
}

// heading is a line of the schema from which a screen's definitions begin.
type heading struct {
	line int
	text string
}

// headings are the comments of one line between definitions.
func headings(text string) (all []heading) {
	lines := strings.Split(text, "\n")
	for i := 1; i+1 < len(lines); i++ {
		if title, ok := strings.CutPrefix(lines[i], "# "); ok && lines[i-1] == "" && lines[i+1] == "" {
			all = append(all, heading{i + 1, title})
		}
	}
	return all
}

// reference is what the schema says, as Markdown.
func reference(schema *ast.Schema, titles []heading) string {
	var all []*ast.Definition
	for _, d := range schema.Types {
		if !d.BuiltIn && !strings.HasPrefix(d.Name, "__") && d.Position != nil && d.Position.Src.Name == "schema.graphql" {
			all = append(all, d)
		}
	}
	slices.SortFunc(all, func(a, b *ast.Definition) int { return a.Position.Line - b.Position.Line })
	var page strings.Builder
	page.WriteString("\n## What can be asked\n")
	for _, d := range all {
		for len(titles) > 0 && titles[0].line < d.Position.Line {
			fmt.Fprintf(&page, "\n## %s\n", titles[0].text)
			titles = titles[1:]
		}
		define(&page, d)
	}
	return page.String()
}

func define(page *strings.Builder, d *ast.Definition) {
	kinds := map[ast.DefinitionKind]string{ast.Object: "type", ast.InputObject: "input", ast.Enum: "enum", ast.Scalar: "scalar", ast.Interface: "interface", ast.Union: "union"}
	fmt.Fprintf(page, "\n### %s `%s`\n\n%s\n", kinds[d.Kind], d.Name, line(d.Description))
	if len(d.Fields)+len(d.EnumValues) > 0 {
		page.WriteString("\n")
	}
	for _, f := range d.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		fmt.Fprintf(page, "- `%s: %s`%s — %s\n", f.Name, f.Type, who(f.Directives), line(f.Description))
		for _, a := range f.Arguments {
			otherwise := ""
			if a.DefaultValue != nil {
				otherwise = " = " + a.DefaultValue.String()
			}
			fmt.Fprintf(page, "  - `%s: %s%s` — %s\n", a.Name, a.Type, otherwise, line(a.Description))
		}
	}
	for _, v := range d.EnumValues {
		fmt.Fprintf(page, "- `%s` — %s\n", v.Name, line(v.Description))
	}
}

// who says who may, by the directives of a field.
func who(directives ast.DirectiveList) string {
	said := ""
	for _, d := range directives {
		switch d.Name {
		case "can":
			said += " (`" + d.Arguments.ForName("do").Value.Raw + "`)"
		case "signedIn":
			said += " (signed in)"
		}
		if recent := d.Arguments.ForName("recent"); recent != nil && recent.Value.Raw == "true" {
			said += " (a recent sign-in)"
		}
	}
	return said
}

// line is a description without its line breaks.
func line(text string) string { return strings.Join(strings.Fields(text), " ") }
