package openapi

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed *.yaml
var parts embed.FS

// Document is the description of the API, merged into one.
type Document struct {
	root *object
	YAML []byte
	JSON []byte
}

// Embedded is the document of this build. It is read once, when it is first asked
// for.
var Embedded = sync.OnceValues(func() (*Document, error) { return read(parts) })

// read merges the parts of a folder, in the order of their names.
func read(folder fs.FS) (*Document, error) {
	names, err := fs.Glob(folder, "*.yaml")
	if err != nil {
		return nil, err
	}
	d := &Document{root: newObject()}
	for _, name := range names {
		source, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		part, err := parse(source)
		if err == nil {
			err = merge(d.root, part, "")
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := d.complete(); err != nil {
		return nil, err
	}
	return d, d.encode()
}

// encode writes the document in both forms.
func (d *Document) encode() (err error) {
	if d.YAML, err = yaml.MarshalWithOptions(d.root, yaml.UseLiteralStyleIfMultiline(true), yaml.IndentSequence(true)); err != nil {
		return err
	}
	d.JSON, err = json.Marshal(d.root)
	return err
}

// merge adds what a part has: objects are merged, lists joined, and nothing may be
// said twice.
func merge(into, part *object, where string) error {
	for name, value := range part.each {
		switch there := into.get(name).(type) {
		case nil:
			into.set(name, value)
		case *object:
			other, ok := value.(*object)
			if !ok {
				return fmt.Errorf("%s/%s is an object in another part", where, name)
			}
			if err := merge(there, other, where+"/"+name); err != nil {
				return err
			}
		case []any:
			other, ok := value.([]any)
			if !ok {
				return fmt.Errorf("%s/%s is a list in another part", where, name)
			}
			into.set(name, append(there, other...))
		default:
			return fmt.Errorf("%s/%s is said twice", where, name)
		}
	}
	return nil
}

// methods are the operations of a path, in the order in which they are shown.
var methods = []string{"get", "post", "put", "patch", "delete"}

// operation is one operation of the document.
type operation struct {
	path, method string
	*object
}

// operations yields the document's operations in its order.
func (d *Document) operations(yield func(operation) bool) {
	for path, item := range d.root.at("paths").each {
		item, _ := item.(*object)
		for _, method := range methods {
			if o := item.at(method); o != nil && !yield(operation{path, method, o}) {
				return
			}
		}
	}
}

// complete writes out what the parts say once for many operations.
func (d *Document) complete() error {
	if err := d.repeatMethods(); err != nil {
		return err
	}
	common := d.root.list("x-latchkey-common")
	d.root.remove("x-latchkey-common")
	var all []error
	for o := range d.operations {
		if err := d.openResponses(o); err != nil {
			all = append(all, err)
		}
		for _, entry := range common {
			entry, _ := entry.(*object)
			if concerns(entry, o) {
				add(entry, o)
			}
		}
	}
	d.dropOpened()
	return errors.Join(all...)
}

// repeatMethods fills in the operations that only say which other method of their
// path they are like. An operation's id is its own: theirs ends in the method.
func (d *Document) repeatMethods() error {
	for o := range d.operations {
		like := o.text("x-latchkey-like")
		if like == "" {
			continue
		}
		item := d.root.at("paths").at(o.path)
		original := item.at(like)
		if original == nil || original.has("x-latchkey-like") {
			return fmt.Errorf("%s %s is like %s, which is not there", o.method, o.path, like)
		}
		same := copied(original).(*object)
		same.set("operationId", original.text("operationId")+"."+o.method)
		item.set(o.method, same)
	}
	return nil
}

const responseRef = "#/components/responses/"

// openResponses puts the shared responses of success in the place of references to
// them, so that headers can be added to one operation's alone.
func (d *Document) openResponses(o operation) error {
	for status, response := range o.at("responses").each {
		response, _ := response.(*object)
		name, isRef := strings.CutPrefix(response.text("$ref"), responseRef)
		if !isRef || !strings.HasPrefix(status, "2") {
			continue
		}
		shared := d.root.at("components").at("responses").at(name)
		if shared == nil {
			return fmt.Errorf("%s %s: there is no response %s", o.method, o.path, name)
		}
		shared.set(opened, true)
		own := copied(shared).(*object)
		own.remove(opened)
		o.at("responses").set(status, own)
	}
	return nil
}

// opened marks a shared response that nothing refers to any more.
const opened = "x-latchkey-opened"

func (d *Document) dropOpened() {
	responses := d.root.at("components").at("responses")
	for name, response := range responses.each {
		if response, _ := response.(*object); response.is(opened) {
			responses.remove(name)
		}
	}
}

// concerns reports whether an entry of x-latchkey-common is about an operation: by
// its access, by a header that its success has, by whether its path names a record,
// and unless it is excepted by its id. What an entry does not name does not matter.
func concerns(entry *object, o operation) bool {
	access, header := o.text("x-latchkey-access"), entry.text("answered-with")
	return (!entry.has("access") || slices.Contains(entry.list("access"), any(access))) &&
		(header == "" || o.succeedsWith(header)) &&
		(!entry.has("of-record") || entry.is("of-record") == strings.Contains(o.path, "{")) &&
		!slices.Contains(entry.list("except"), any(o.text("operationId")))
}

// succeedsWith reports whether an answer of success has a header.
func (o operation) succeedsWith(header string) bool {
	for status, response := range o.at("responses").each {
		response, _ := response.(*object)
		if strings.HasPrefix(status, "2") && response.at("headers").has(header) {
			return true
		}
	}
	return false
}

// add puts an entry's parameters, responses and headers of success into an
// operation. What the operation says itself stays.
func add(entry *object, o operation) {
	if more := entry.list("parameters"); len(more) > 0 {
		o.set("parameters", append(slices.Clip(o.list("parameters")), more...))
	}
	responses := o.inner("responses")
	for status, response := range entry.at("responses").each {
		if !responses.has(status) {
			responses.set(status, response)
		}
	}
	for status, response := range responses.each {
		response, _ := response.(*object)
		if !strings.HasPrefix(status, "2") {
			continue
		}
		for name, header := range entry.at("headers").each {
			if headers := response.inner("headers"); !headers.has(name) {
				headers.set(name, header)
			}
		}
	}
}
