package records

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"latchkey/internal/fault"
)

// field is a standard field of a contact that integrations may write. Its name is
// its column.
type field struct {
	name string
	max  int                // characters of a text
	at   func(*Contact) any // a pointer to it
	rule func(string) error // what a text must be besides, if anything
}

// The longest texts, in characters.
const (
	maxName  = 40
	maxShort = 64
	maxEmail = 254
	maxText  = 255
	maxURL   = 2048
)

// fields are the standard fields, in the order of their columns in every statement.
var fields = []field{
	{name: "custom_id", max: maxText, at: func(c *Contact) any { return &c.CustomID }},
	{name: "email", max: maxEmail, at: func(c *Contact) any { return &c.Email }, rule: mailbox},
	{name: "first_name", max: maxName, at: func(c *Contact) any { return &c.FirstName }},
	{name: "last_name", max: maxName, at: func(c *Contact) any { return &c.LastName }},
	{name: "phone_number", max: maxShort, at: func(c *Contact) any { return &c.PhoneNumber }},
	{name: "gender", at: func(c *Contact) any { return &c.Gender }},
	{name: "status", at: func(c *Contact) any { return &c.Status }},
	{name: "city", max: maxShort, at: func(c *Contact) any { return &c.City }},
	{name: "region", max: maxText, at: func(c *Contact) any { return &c.Region }},
	{name: "country", max: maxText, at: func(c *Contact) any { return &c.Country }},
	{name: "timezone", max: maxText, at: func(c *Contact) any { return &c.Timezone }},
	{name: "last_ip", max: maxText, at: func(c *Contact) any { return &c.LastIP }},
	{name: "browser", max: maxText, at: func(c *Contact) any { return &c.Browser }},
	{name: "browser_language", max: maxText, at: func(c *Contact) any { return &c.BrowserLanguage }},
	{name: "os_type", max: maxText, at: func(c *Contact) any { return &c.OSType }},
	{name: "resolution", max: maxText, at: func(c *Contact) any { return &c.Resolution }},
	{name: "gravatar_url", max: maxURL, at: func(c *Contact) any { return &c.GravatarURL }},
	{name: "facebook_url", max: maxURL, at: func(c *Contact) any { return &c.FacebookURL }},
	{name: "linkedin_url", max: maxURL, at: func(c *Contact) any { return &c.LinkedinURL }},
	{name: "twitter_url", max: maxURL, at: func(c *Contact) any { return &c.TwitterURL }},
	{name: "google_url", max: maxURL, at: func(c *Contact) any { return &c.GoogleURL }},
	{name: "first_seen", at: func(c *Contact) any { return &c.FirstSeen }},
	{name: "last_seen", at: func(c *Contact) any { return &c.LastSeen }},
	{name: "last_contacted", at: func(c *Contact) any { return &c.LastContacted }},
	{name: "page_views", at: func(c *Contact) any { return &c.PageViews }},
	{name: "score", at: func(c *Contact) any { return &c.Score }},
	{name: "unsubscribed", at: func(c *Contact) any { return &c.Unsubscribed }},
	{name: "notifications", at: func(c *Contact) any { return &c.Notifications }},
	{name: "web_push_subscription", at: func(c *Contact) any { return &c.WebPushSubscription }},
	{name: "assigned_to", at: func(c *Contact) any { return &c.AssignedTo }},
}

// Fields returns the names of the standard fields that may be written.
func Fields() []string {
	names := make([]string, len(fields))
	for i := range fields {
		names[i] = fields[i].name
	}
	return names
}

func fieldNamed(name string) *field {
	for i := range fields {
		if fields[i].name == name {
			return &fields[i]
		}
	}
	return nil
}

// put converts v and stores it in c; null, and for texts "", put back what a new
// contact has.
func (f *field) put(c *Contact, v any) (err error) {
	if text, is := v.(string); v == nil || is && text == "" {
		blank := newContact(c.CreatedAt)
		assign(f.at(c), f.at(&blank))
		return nil
	}
	switch p := f.at(c).(type) {
	case *string:
		*p, err = f.text(v)
	case **string:
		var text string
		if text, err = f.text(v); err == nil {
			*p = &text
		}
	case *Gender:
		err = choose(p, genders, v)
	case *Status:
		err = choose(p, statuses, v)
	case *int64:
		*p, err = whole(v)
	case **int64:
		var n int64
		if n, err = whole(v); err == nil {
			*p = &n
		}
	case *bool:
		var ok bool
		if *p, ok = toBool(v); !ok {
			err = invalid("Must be a valid boolean.")
		}
	case **time.Time:
		t, ok := toInstant(v)
		if !ok {
			return invalid("Datetime has wrong format. Use an ISO 8601 date and time, such as 2024-02-29T13:37:00Z.")
		}
		*p = &t
	}
	return err
}

// assign copies what from points at.
func assign(to, from any) {
	switch p := to.(type) {
	case *string:
		*p = *from.(*string)
	case **string:
		*p = *from.(**string)
	case *Gender:
		*p = *from.(*Gender)
	case *Status:
		*p = *from.(*Status)
	case *int64:
		*p = *from.(*int64)
	case **int64:
		*p = *from.(**int64)
	case *bool:
		*p = *from.(*bool)
	case **time.Time:
		*p = *from.(**time.Time)
	}
}

func (f *field) text(v any) (string, error) {
	text, ok := toText(v)
	if !ok {
		return "", invalid("Not a valid string.")
	}
	if err := checkText(text, f.max); err != nil {
		return "", err
	}
	if f.rule != nil {
		return text, f.rule(text)
	}
	return text, nil
}

// checkText refuses what PostgreSQL cannot store, and what is too long.
func checkText(text string, most int) error {
	switch {
	case !utf8.ValidString(text):
		return invalid("Not a valid string: it is not UTF-8.")
	case strings.ContainsRune(text, 0):
		return invalid("Null characters are not allowed.")
	case utf8.RuneCountInString(text) > most:
		return invalid(fmt.Sprintf("Ensure this field has no more than %d characters.", most))
	}
	return nil
}

// mailbox asks for little: addresses of the world are odder than any pattern.
func mailbox(email string) error {
	at := strings.LastIndexByte(email, '@')
	if at < 1 || at == len(email)-1 || strings.ContainsAny(strings.TrimSpace(email), " \t\r\n") {
		return invalid("Enter a valid email address.")
	}
	return nil
}

func whole(v any) (int64, error) {
	n, ok := toInteger(v)
	if !ok {
		return 0, invalid("A valid integer is required.")
	}
	return n, nil
}

// choose takes a choice by its number or its name.
func choose[C ~int16](p *C, names []string, v any) error {
	text, ok := toText(v)
	if !ok {
		return invalid("Not a valid choice: send its name or its number.")
	}
	if n, isNumber := toInteger(v); isNumber && n >= 1 && n <= int64(len(names)) {
		*p = C(n) // bounded above
		return nil
	}
	for i, name := range names {
		if strings.EqualFold(text, name) {
			*p = C(i + 1) // an index of a short list
			return nil
		}
	}
	return invalid(fmt.Sprintf("\"%s\" is not a valid choice.", shorten(text)))
}

func shorten(text string) string {
	if utf8.RuneCountInString(text) > maxShort {
		return string([]rune(text)[:maxShort]) + "…"
	}
	return text
}

// invalid is a wrong value; whoever knows the field's name on the wire adds it.
func invalid(sentence string) *fault.Error { return fault.New(fault.Invalid, "INVALID", sentence) }
