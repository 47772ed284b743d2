package graph

import (
	"encoding/base64"
	"strings"

	"github.com/google/uuid"
)

// The prefixes of public ids: what each is the id of.
const (
	keyID   = "key_"
	entryID = "ipe_"
	eventID = "evt_"

	supportID = "sup_"
)

// publicID is the id of something inside a workspace, as clients see it. It
// carries the workspace, so that a mutation on it needs no other argument.
func publicID(prefix string, workspace, id uuid.UUID) string {
	return prefix + base64.RawURLEncoding.EncodeToString(append(workspace[:], id[:]...))
}

// parseID reads a public id. What was never one is not ok; callers answer that as
// they answer an id of nothing.
func parseID(prefix, text string) (workspace, id uuid.UUID, ok bool) {
	encoded, ok := strings.CutPrefix(text, prefix)
	if !ok || len(encoded) != base64.RawURLEncoding.EncodedLen(32) {
		return uuid.Nil, uuid.Nil, false
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(encoded)
	if err != nil {
		return uuid.Nil, uuid.Nil, false
	}
	// Nothing has the nil id, and further in it means that none was given.
	workspace, id = uuid.UUID(raw[:16]), uuid.UUID(raw[16:])
	return workspace, id, id != uuid.Nil
}

// parseIDs reads several ids of one workspace; ok is false unless all of them are.
func parseIDs(prefix string, of uuid.UUID, texts []string) (ids []uuid.UUID, ok bool) {
	for _, text := range texts {
		workspace, id, ok := parseID(prefix, text)
		if !ok || workspace != of {
			return nil, false
		}
		ids = append(ids, id)
	}
	return ids, true
}

// workspaceOfID returns the workspace that a public id carries.
func workspaceOfID(text string) (workspace uuid.UUID, ok bool) {
	for _, prefix := range []string{keyID, entryID, eventID, supportID} {
		if workspace, _, ok := parseID(prefix, text); ok {
			return workspace, true
		}
	}
	return uuid.Nil, false
}

// parsePlainID reads the id of a workspace or a person, in its one form.
func parsePlainID(text string) (id uuid.UUID, ok bool) {
	id, err := uuid.Parse(text)
	return id, err == nil && id.String() == text && id != uuid.Nil
}
