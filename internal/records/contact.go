package records

import (
	"strings"
	"time"

	"golang.org/x/text/cases"
)

// Contact is a person that the workspace knows. A nil text was never set.
type Contact struct {
	Base
	UserKey             string // of the visitor's cookie: 12 characters, assigned once
	CustomID            *string
	Email               *string
	FirstName, LastName string
	PhoneNumber         *string
	Gender              Gender
	Status              Status

	City, Region, Country, Timezone                  *string
	LastIP, Browser, BrowserLanguage                 *string
	OSType, Resolution                               *string
	GravatarURL, FacebookURL, LinkedinURL            *string
	TwitterURL, GoogleURL                            *string
	FirstSeen, LastSeen, LastContacted               *time.Time
	PageViews, Score                                 int64
	Unsubscribed, Notifications, WebPushSubscription bool
	AssignedTo                                       *int64

	Companies []Membership
	Tags      []TagRef
	Lists     []ListRef
}

// Contacts are the kind of record that the published API calls users.
var Contacts = prepared(Kind[Contact]{
	table:    "contact",
	resource: "clientuser",
	base:     func(c *Contact) *Base { return &c.Base },
	counted:  true,
	blank:    func() Contact { return Contact{Gender: UnknownGender, Status: Visitor, Notifications: true} },
	born:     func(c *Contact) { c.UserKey = newUserKey() },
	assigned: []column[Contact]{
		{name: "user_key", at: func(c *Contact) any { return &c.UserKey }, value: func(c *Contact) any { return c.UserKey }},
	},
	shown: []column[Contact]{
		{source: memberships, at: func(c *Contact) any { return refs[Membership]{&c.Companies} }},
		tagsColumn("contact", func(c *Contact) any { return refs[TagRef]{&c.Tags} }),
		{source: listsSource, at: func(c *Contact) any { return refs[ListRef]{&c.Lists} }},
	},
	narrows: map[string]func(*conditions, string) error{
		"tag": byTag("contact"), "list": byList,
		"with_email": func(c *conditions, value string) error { return having(c, "email", value) },
		"company":    byIDOf(members, "company"), "company_custom_id": byTextOf(members, "company", "custom_id"),
	},
	derived: []column[Contact]{{name: "email_key", value: func(c *Contact) any { return foldedEmail(c.Email) }}},
	fields: []field[Contact]{
		text("custom_id", maxText, func(c *Contact) **string { return &c.CustomID }),
		text("email", maxEmail, func(c *Contact) **string { return &c.Email }).under(mailbox).in("email_key"),
		plain("first_name", maxName, func(c *Contact) *string { return &c.FirstName }),
		plain("last_name", maxName, func(c *Contact) *string { return &c.LastName }),
		text("phone_number", maxShort, func(c *Contact) **string { return &c.PhoneNumber }),
		of("gender", func(c *Contact) *Gender { return &c.Gender }),
		of("status", func(c *Contact) *Status { return &c.Status }),
		text("city", maxShort, func(c *Contact) **string { return &c.City }),
		text("region", maxText, func(c *Contact) **string { return &c.Region }),
		text("country", maxText, func(c *Contact) **string { return &c.Country }),
		text("timezone", maxText, func(c *Contact) **string { return &c.Timezone }),
		text("last_ip", maxText, func(c *Contact) **string { return &c.LastIP }),
		text("browser", maxText, func(c *Contact) **string { return &c.Browser }),
		text("browser_language", maxText, func(c *Contact) **string { return &c.BrowserLanguage }),
		text("os_type", maxText, func(c *Contact) **string { return &c.OSType }),
		text("resolution", maxText, func(c *Contact) **string { return &c.Resolution }),
		text("gravatar_url", maxURL, func(c *Contact) **string { return &c.GravatarURL }),
		text("facebook_url", maxURL, func(c *Contact) **string { return &c.FacebookURL }),
		text("linkedin_url", maxURL, func(c *Contact) **string { return &c.LinkedinURL }),
		text("twitter_url", maxURL, func(c *Contact) **string { return &c.TwitterURL }),
		text("google_url", maxURL, func(c *Contact) **string { return &c.GoogleURL }),
		of("first_seen", func(c *Contact) **time.Time { return &c.FirstSeen }),
		of("last_seen", func(c *Contact) **time.Time { return &c.LastSeen }),
		of("last_contacted", func(c *Contact) **time.Time { return &c.LastContacted }),
		of("page_views", func(c *Contact) *int64 { return &c.PageViews }),
		of("score", func(c *Contact) *int64 { return &c.Score }),
		of("unsubscribed", func(c *Contact) *bool { return &c.Unsubscribed }),
		of("notifications", func(c *Contact) *bool { return &c.Notifications }),
		of("web_push_subscription", func(c *Contact) *bool { return &c.WebPushSubscription }),
		of("assigned_to", func(c *Contact) **int64 { return &c.AssignedTo }),
	},
})

// Name is "First Last", or what there is of it, else the e-mail address, else "".
func (c *Contact) Name() string {
	name := strings.TrimSpace(c.FirstName + " " + c.LastName)
	if name == "" && c.Email != nil {
		return *c.Email
	}
	return name
}

// foldedEmail is an address as searches compare it: case-folded.
func foldedEmail(email *string) *string {
	if email == nil {
		return nil
	}
	key := fold(*email)
	return &key
}

func fold(email string) string { return cases.Fold().String(strings.TrimSpace(email)) }

// Gender of a contact, numbered as the published API numbers it.
type Gender int16

// Status of a contact, numbered as the published API numbers it.
type Status int16

// What a new contact is.
const (
	UnknownGender Gender = 1
	Visitor       Status = 1
)

func (g Gender) String() string { return nameOf(g, UnknownGender, genders) }
func (s Status) String() string { return nameOf(s, Visitor, statuses) }

func (g *Gender) set(v any) error { return choose(g, UnknownGender, genders, v) }
func (s *Status) set(v any) error { return choose(s, Visitor, statuses, v) }

// The names of the choices, in the order of their numbers.
var (
	genders  = []string{"unknown", "male", "female"}
	statuses = []string{"visitor", "user"}
)
