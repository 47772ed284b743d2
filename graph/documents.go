package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"latchkey/graph/exec"
)

// The codes of errors about trusted documents, as clients of persisted queries know them.
const (
	codeDocumentUnknown = "PERSISTED_QUERY_NOT_FOUND"
	codeNoDocuments     = "PERSISTED_QUERY_NOT_SUPPORTED"
	codeNotTrusted      = "DOCUMENT_NOT_TRUSTED"
)

// maxDocuments is how large, in bytes, a file of trusted documents may be.
const maxDocuments = 8 << 20

// Documents are operations that clients name by the SHA-256 of their text.
type Documents struct {
	text map[string]string // by the hash, in lower-case hexadecimal
}

// ReadDocuments reads what GraphQL Code Generator writes as persisted documents: one
// JSON object, of each document's text under its SHA-256. Every one is checked
// against the schema and the limits, so that a wrong file shows at the start.
func ReadDocuments(r io.Reader) (*Documents, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxDocuments+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > maxDocuments {
		return nil, fmt.Errorf("the file is over %d bytes", maxDocuments)
	}
	var given map[string]string
	if err := json.Unmarshal(raw, &given); err != nil {
		return nil, fmt.Errorf("it must be one JSON object, of the text of each document under its SHA-256: %w", err)
	}
	if len(given) == 0 {
		return nil, fmt.Errorf("it has no document, so that nothing could be asked")
	}
	schema := exec.NewExecutableSchema(exec.Config{}).Schema()
	d := &Documents{text: map[string]string{}}
	for id, text := range given {
		if hash := hashOf(text); hash != plainHash(id) {
			return nil, fmt.Errorf("document %q does not stand under its SHA-256, which is %s", id, hash)
		}
		if err := checkDocument(schema, text); err != nil {
			return nil, fmt.Errorf("document %s: %w", id, err)
		}
		d.text[plainHash(id)] = text
	}
	return d, nil
}

// checkDocument is what each request goes through too, without its variables.
func checkDocument(schema *ast.Schema, text string) error {
	if len(text) > maxQueryBytes {
		return errTooLong
	}
	document, wrong := gqlparser.LoadQueryWithRules(schema, text, rules.NewDefaultRules())
	if len(wrong) > 0 {
		return wrong[0]
	}
	if err := shapely(document); err != nil {
		return err
	}
	for _, o := range document.Operations {
		if err := (&measure{introspection: true}).walk(o.SelectionSet, 1); err != nil {
			return err
		}
	}
	return nil
}

// find puts the text of the document that is asked for into asked. only says that no
// others run.
func (d *Documents) find(asked *asked, only bool) *gqlerror.Error {
	id, err := asked.document()
	switch {
	case err != nil:
		return err
	case asked.Query != "":
		if _, trusted := d.known(hashOf(asked.Query)); only && !trusted {
			return coded(codeNotTrusted, "This server runs the documents that its operator trusts, and no others.")
		}
		return nil
	case d == nil:
		return coded(codeNoDocuments, "This server keeps no documents: send the query itself.")
	}
	text, there := d.known(plainHash(id))
	if !there {
		return coded(codeDocumentUnknown, "There is no document with this id. Name one by its SHA-256: sha256: and 64 small hexadecimal digits.")
	}
	asked.Query = text
	return nil
}

func (d *Documents) known(hash string) (text string, ok bool) {
	if d == nil {
		return "", false
	}
	text, ok = d.text[hash]
	return text, ok
}

// document is the id of the document that is asked for: documentId, or what clients
// of automatically persisted queries send instead.
func (a *asked) document() (id string, wrong *gqlerror.Error) {
	ids := []string{}
	if a.documentID != "" {
		ids = append(ids, plainHash(a.documentID))
	}
	if persisted, ok := a.Extensions["persistedQuery"].(map[string]any); ok {
		hash, _ := persisted["sha256Hash"].(string)
		ids = append(ids, hash)
	}
	switch ids = slices.Compact(ids); {
	case len(ids) > 1:
		return "", badInput(`"documentId" and "extensions.persistedQuery.sha256Hash" name different documents.`)
	case len(ids) == 1 && a.Query != "" && ids[0] != hashOf(a.Query):
		return "", badInput(`The document's id is not the SHA-256 of "query". Send one of them.`)
	case len(ids) == 1:
		return ids[0], nil
	}
	return "", nil
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// plainHash is an id without the prefix that says which hash it is.
func plainHash(id string) string { return strings.TrimPrefix(id, "sha256:") }
