package records

import (
	"strings"
	"time"

	"golang.org/x/text/cases"
)

// Contact is a person that the workspace knows. A nil text was never set.
type Contact struct {
	ID                  int64
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

	Attributes           Values
	CreatedAt, UpdatedAt time.Time
}

// Name is "First Last", or what there is of it, else the e-mail address, else "".
func (c *Contact) Name() string {
	name := strings.TrimSpace(c.FirstName + " " + c.LastName)
	if name == "" && c.Email != nil {
		return *c.Email
	}
	return name
}

// emailKey is the address as searches compare it: case-folded.
func (c *Contact) emailKey() *string {
	if c.Email == nil {
		return nil
	}
	key := fold(*c.Email)
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

func (g Gender) String() string { return nameOf(genders, int(g)) }
func (s Status) String() string { return nameOf(statuses, int(s)) }

// The names of the choices; the first one has number 1.
var (
	genders  = []string{"unknown", "male", "female"}
	statuses = []string{"visitor", "user"}
)

func nameOf(names []string, number int) string {
	if number < 1 || number > len(names) {
		return ""
	}
	return names[number-1]
}

// newContact is a contact of which nothing is known.
func newContact(now time.Time) Contact {
	return Contact{Gender: UnknownGender, Status: Visitor, Notifications: true, CreatedAt: now, UpdatedAt: now}
}
