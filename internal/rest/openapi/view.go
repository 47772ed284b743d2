package openapi

import (
	"bytes"
	"encoding/json"
	"html/template"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

// pageView is what the template of the page shows.
type pageView struct {
	Title, Summary string
	Style          template.CSS
	Script         template.JS
	Intro          template.HTML
	Base           string
	Groups         []groupView
	Errors         []errorView
	Schemas        []schemaView
}

// groupView is a resource.
type groupView struct {
	Name, ID    string
	Description template.HTML
	Operations  []operationView
}

type operationView struct {
	ID, Method, Path, Access, Summary string
	Description                       template.HTML
	Parameters                        []fieldView
	Queries                           []string
	Body                              *bodyView
	Answers                           []answerView
	Errors                            []errorView
}

// bodyView is what is sent or answered, in both versions.
type bodyView struct {
	Description template.HTML
	Schemas     []schemaLink
	Examples    []exampleView
}

type exampleView struct{ Title, Version, Text string }

type answerView struct {
	Status, Phrase string
	Headers        []fieldView
	bodyView
}

// errorView is a status that many operations share.
type errorView struct {
	Status, Phrase string
	Description    template.HTML
	Headers        []fieldView
}

// view makes the page's view of the document.
func (d *Document) view() pageView {
	info := d.root.at("info")
	server, _ := d.root.list("servers")[0].(*object)
	v := pageView{Title: info.text("title"), Summary: info.text("summary"), Intro: markdown(info.text("description")), Base: server.text("url")}
	at := map[string]int{}
	for i, tag := range d.root.list("tags") {
		tag := tag.(*object)
		name := tag.text("name")
		at[name] = i
		v.Groups = append(v.Groups, groupView{Name: name, ID: "about-" + strings.ReplaceAll(name, " ", "-"), Description: markdown(tag.text("description"))})
	}
	seen := map[string]bool{}
	for o := range d.operations {
		of := d.operationView(o)
		group := &v.Groups[at[joined(o.list("tags"), "")]]
		group.Operations = append(group.Operations, of)
		for _, e := range of.Errors {
			if !seen[e.Status] {
				seen[e.Status] = true
				v.Errors = append(v.Errors, e)
			}
		}
	}
	slices.SortFunc(v.Errors, byStatus)
	v.Schemas = d.schemas()
	return v
}

func byStatus(a, b errorView) int { return strings.Compare(a.Status, b.Status) }

func (d *Document) operationView(o operation) operationView {
	v := operationView{
		ID: o.text("operationId"), Method: strings.ToUpper(o.method), Path: o.path, Access: o.text("x-latchkey-access"),
		Summary: o.text("summary"), Description: markdown(o.text("description")),
	}
	shared := d.root.at("paths").at(o.path).list("parameters")
	for _, p := range append(shared[:len(shared):len(shared)], o.list("parameters")...) {
		v.Parameters = append(v.Parameters, d.field(d.follow(p).text("name"), p))
	}
	for _, query := range o.list("x-latchkey-queries") {
		if query != "" {
			v.Queries = append(v.Queries, o.path+"?"+query.(string))
		}
	}
	if body := d.follow(o.get("requestBody")); body != nil {
		view := d.body(body)
		v.Body = &view
	}
	for status, response := range o.at("responses").each {
		d.addAnswer(&v, status, d.follow(response))
	}
	slices.SortFunc(v.Errors, byStatus)
	return v
}

// addAnswer adds a response, as an answer or as an error.
func (d *Document) addAnswer(v *operationView, status string, response *object) {
	var headers []fieldView
	for name, header := range response.at("headers").each {
		headers = append(headers, d.field(name, header))
	}
	if status >= "400" {
		v.Errors = append(v.Errors, errorView{status, phrase(status), markdown(response.text("description")), headers})
		return
	}
	v.Answers = append(v.Answers, answerView{status, phrase(status), headers, d.body(response)})
}

func phrase(status string) string {
	code, _ := strconv.Atoi(status)
	return http.StatusText(code)
}

// field is a parameter or a header.
func (d *Document) field(name string, node any) fieldView {
	of := d.follow(node)
	return fieldView{
		Name: name, In: of.text("in"), Required: of.is("required"),
		Type: d.typeOf(of.at("schema")), Description: markdown(of.text("description")),
	}
}

// body is the JSON of a request or response.
func (d *Document) body(of *object) bodyView {
	media := of.at("content").at("application/json")
	v := bodyView{Description: markdown(of.text("description")), Schemas: d.links(media.at("schema"))}
	for name, e := range media.at("examples").each {
		e := e.(*object)
		title := e.text("summary")
		version := ""
		for _, of := range []string{"v1", "v2"} {
			if strings.HasPrefix(name, of) {
				version = of
			}
		}
		v.Examples = append(v.Examples, exampleView{title, version, indented(e.get("value"))})
	}
	return v
}

// indented is a value as JSON for people.
func indented(v any) string {
	var raw, text bytes.Buffer
	e := json.NewEncoder(&raw)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return "" // impossible: it came from YAML
	}
	if err := json.Indent(&text, bytes.TrimSpace(raw.Bytes()), "", "  "); err != nil {
		return ""
	}
	return text.String()
}

// commonMark is CommonMark with tables. What is HTML in it is left out.
var commonMark = goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(parser.WithAutoHeadingID()))

func markdown(source string) template.HTML {
	var b bytes.Buffer
	if err := commonMark.Convert([]byte(source), &b); err != nil {
		return template.HTML(template.HTMLEscapeString(source))
	}
	return template.HTML(b.String())
}
