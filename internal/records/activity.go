package records

import (
	"time"

	"latchkey/internal/fault"
)

// Activity is something that the workspace's people do or mean to do for a contact,
// a company or a deal.
type Activity struct {
	Base
	CustomID                                       *string
	Type                                           ActivityType
	Name                                           string
	DueDate                                        *time.Time
	Duration                                       *int64
	Description                                    *string
	AssignedTo                                     *int64
	DealID, ContactID, CompanyID                   *int64
	DealCustomID, ContactCustomID, CompanyCustomID *string
	Done                                           bool
	DoneDate                                       *time.Time // when it became done
}

// Activities are the workspace's.
var Activities = prepared(Kind[Activity]{
	table:    "activity",
	resource: "activity",
	base:     func(a *Activity) *Base { return &a.Base },
	counted:  true,
	blank:    func() Activity { return Activity{} },
	rule:     (*Activity).settle,
	links: []link[Activity]{
		toContact(func(a *Activity) **int64 { return &a.ContactID }, func(a *Activity) **string { return &a.ContactCustomID }),
		toCompany(func(a *Activity) **int64 { return &a.CompanyID }, func(a *Activity) **string { return &a.CompanyCustomID }),
		toDeal(func(a *Activity) **int64 { return &a.DealID }, func(a *Activity) **string { return &a.DealCustomID }),
	},
	narrows: map[string]func(*conditions, string) error{
		"contact_custom_id": byTextOf("r.contact_id = @", "contact", "custom_id"),
		"company_custom_id": byTextOf("r.company_id = @", "company", "custom_id"),
		"deal_custom_id":    byTextOf("r.deal_id = @", "deal", "custom_id"),
	},
	derived: []column[Activity]{{name: "done_date", value: func(a *Activity) any { return a.DoneDate }}},
	shown: []column[Activity]{
		{name: "done_date", at: func(a *Activity) any { return &a.DoneDate }},
		{source: customIDOfContact, at: func(a *Activity) any { return &a.ContactCustomID }, follows: true},
		{source: customIDOfCompany, at: func(a *Activity) any { return &a.CompanyCustomID }, follows: true},
		{source: customIDOfDeal, at: func(a *Activity) any { return &a.DealCustomID }, follows: true},
	},
	fields: []field[Activity]{
		text("custom_id", maxText, func(a *Activity) **string { return &a.CustomID }),
		of("activity_type", func(a *Activity) *ActivityType { return &a.Type }),
		plain("name", maxText, func(a *Activity) *string { return &a.Name }),
		of("due_date", func(a *Activity) **time.Time { return &a.DueDate }),
		of("duration", func(a *Activity) **int64 { return &a.Duration }),
		text("description", maxProse, func(a *Activity) **string { return &a.Description }),
		of("assigned_to", func(a *Activity) **int64 { return &a.AssignedTo }),
		of("deal_id", func(a *Activity) **int64 { return &a.DealID }),
		of("contact_id", func(a *Activity) **int64 { return &a.ContactID }),
		of("company_id", func(a *Activity) **int64 { return &a.CompanyID }),
		of("done", func(a *Activity) *bool { return &a.Done }),
	},
})

// settle notes when the activity became done.
func (a *Activity) settle() error {
	switch {
	case !a.Done:
		a.DoneDate = nil
	case a.DoneDate == nil:
		at := a.UpdatedAt
		a.DoneDate = &at
	}
	var faults fault.Fields
	demand(&faults, "activity_type", a.Type > 0)
	demand(&faults, "name", a.Name != "")
	demand(&faults, "due_date", a.DueDate != nil)
	return faults.Err()
}

// demand notes that a record cannot be without a field.
func demand(faults *fault.Fields, name string, there bool) {
	if !there {
		faults.Add(fault.New(fault.Invalid, "REQUIRED", "This field is required.").On(name))
	}
}

// ActivityType is a kind of activity. The types are the same in all workspaces.
type ActivityType int16

const firstActivityType ActivityType = 1

// activityTypes are their names, in the order of their numbers. Records hold the
// numbers: new ones go to the end.
var activityTypes = []string{"Call", "Meeting", "Task", "E-mail", "Deadline", "Lunch", "Other"}

func (t ActivityType) String() string { return nameOf(t, firstActivityType, activityTypes) }

func (t *ActivityType) set(v any) error { return choose(t, firstActivityType, activityTypes, v) }

// ActivityTypes returns a page of all types.
func ActivityTypes(at Position) (p Page[ActivityType], err error) {
	p.Count = int64(len(activityTypes))
	if at.beyond(p.Count) {
		return p, ErrInvalidPage
	}
	first, last := at.window(len(activityTypes))
	for n := first; n < last; n++ {
		p.Items = append(p.Items, firstActivityType+ActivityType(n)) // an index of a short list
	}
	p.Before, p.Beyond = first > 0 && len(p.Items) > 0, last < len(activityTypes)
	if len(p.Items) > 0 {
		p.First, p.Last = int64(first+1), int64(last)
	}
	return p, nil
}

// window is which of n things, numbered from 1, a page has: from first (counted from 0)
// to before last.
func (at Position) window(n int) (first, last int) {
	switch {
	case at.Number > 0:
		first = (at.Number - 1) * at.Size
	case at.Before > 0:
		last = min(int(min(at.Before, int64(n+1)))-1, n)
		return max(last-at.Size, 0), last
	default:
		first = int(min(at.After, int64(n)))
	}
	return first, min(first+at.Size, n)
}
