package rest

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"latchkey/internal/fault"
	"latchkey/internal/records"
)

// notAttributes are names in a user's body that are neither written here nor
// become custom attributes: what the server assigns, and what links to other
// records. They are left out and reported.
var notAttributes = map[version][]string{
	v1: {"id", "key", "user_key", "created_at", "updated_at", "companies", "company_id", "company_custom_id", "attributes", "lists", "tags"},
	v2: {"id", "key", "user_key", "name", "created_at", "updated_at", "companies", "company_id", "company_custom_id", "attributes", "lists", "tags"},
}

// customIDName is what each version calls the id that the client chose.
func (v version) customIDName() string {
	if v == v1 {
		return "user_id"
	}
	return "custom_id"
}

// binding collects a body's members in a patch.
type binding struct {
	version version
	patch   records.Patch
	ignored []string
	faults  fault.Fields
}

// bindUser makes a patch of a body. Wrong values are all reported at once.
func (c *call) bindUser(body map[string]any) (*binding, error) {
	b := &binding{version: c.version, patch: records.Patch{Infer: c.version == v2}}
	for _, name := range slices.Sorted(maps.Keys(body)) {
		b.set(name, body[name])
	}
	return b, b.faults.Err()
}

// set sets a standard field, or else a custom attribute.
func (b *binding) set(name string, value any) {
	var err error
	switch field := b.fieldOf(name); {
	case field != "":
		err = b.patch.Set(field, value)
	case slices.Contains(notAttributes[b.version], name):
		b.ignored = append(b.ignored, name)
	default:
		err = b.patch.SetAttribute(b.attributeOf(name), value)
	}
	b.fault(name, err)
}

// fault notes an error about a member.
func (b *binding) fault(name string, err error) {
	b.faults.Add(on(name, err))
}

// fieldOf is the standard field that a name means, and "" when it means none.
func (b *binding) fieldOf(name string) string {
	switch {
	case name == b.version.customIDName():
		return "custom_id"
	case name != "custom_id" && standard[name]:
		return name
	}
	return ""
}

// standard are the standard fields that can be written.
var standard = func() map[string]bool {
	names := map[string]bool{}
	for _, name := range records.Fields() {
		names[name] = true
	}
	return names
}()

// attributeOf is the custom attribute that a name means: in v2 one whose own name
// is reserved is called custom_<name>.
func (b *binding) attributeOf(name string) string {
	if plain, is := strings.CutPrefix(name, customPrefix); b.version == v2 && is && reserved(plain) {
		return plain
	}
	return name
}

const customPrefix = "custom_"

// reserved reports whether v2 cannot show a custom attribute under its own name:
// it is a standard field's, or has a meaning at the top of an answer, or looks
// like one that was renamed.
func reserved(nameStd string) bool {
	for {
		if standard[nameStd] || slices.Contains(notAttributes[v2], nameStd) || slices.Contains(topLevel, nameStd) {
			return true
		}
		plain, renamed := strings.CutPrefix(nameStd, customPrefix)
		if !renamed {
			return false
		}
		nameStd = plain
	}
}

var topLevel = []string{"detail", "errors", "code", "receipt", "request_id"}

// attributeName is the name of a custom attribute among v2's members.
func attributeName(nameStd string) string {
	if reserved(nameStd) {
		return customPrefix + nameStd
	}
	return nameStd
}

// maxIgnored bounds the header that reports what was left out, in bytes.
const maxIgnored = 1 << 10

// reportIgnored names in a header what was left out of a write; names that do not
// fit any more are left out of the header as well.
func (c *call) reportIgnored(names ...string) {
	var list strings.Builder
	for _, name := range names {
		escaped := url.PathEscape(name)
		if list.Len()+len(escaped)+2 > maxIgnored {
			break
		}
		if list.Len() > 0 {
			list.WriteString(", ")
		}
		list.WriteString(escaped)
	}
	if list.Len() > 0 {
		c.w.Header().Set("X-Ignored-Attributes", list.String())
	}
}
