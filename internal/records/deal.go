package records

import (
	"strconv"
	"time"

	"github.com/lib/pq"
)

// Deal is what a contact or a company may buy. A nil or zero field was never set.
type Deal struct {
	Base
	CustomID *string
	Name     string
	Value    Money
	Currency Currency
	Status   DealStatus

	// As integrations number them. Those that have no pipeline, stage or reason of
	// ours are kept all the same.
	Stage, Pipeline, LossReason *int64
	LossReasonDescription       string

	ExpectedCloseDate Day
	WonAt, LostAt     *time.Time
	ActivitiesStatus  ActivitiesStatus
	Scope             int64
	AssignedTo        *int64

	ContactID, CompanyID             *int64
	ContactCustomID, CompanyCustomID *string
	Participants                     pq.Int64Array // ids of contacts, the first maxLinked of them
	Products                         DealProducts
	Tags                             []TagRef
}

var participants = `ARRAY(SELECT p.contact_id FROM deal_participant p
	WHERE p.workspace_id = r.workspace_id AND p.deal_id = r.id ORDER BY p.contact_id LIMIT ` + strconv.Itoa(maxLinked) + `)`

// Deals are the kind of record that belongs to a contact and a company, or to neither.
var Deals = prepared(Kind[Deal]{
	table:    "deal",
	resource: "deal",
	base:     func(d *Deal) *Base { return &d.Base },
	counted:  true,
	blank:    func() Deal { return Deal{Status: InProgress} },
	rule:     func(d *Deal) error { return needed("name", d.Name) },
	shown: []column[Deal]{
		{
			source:  `(SELECT c.custom_id FROM contact c WHERE c.workspace_id = r.workspace_id AND c.id = r.contact_id)`,
			at:      func(d *Deal) any { return &d.ContactCustomID },
			follows: true,
		},
		{
			source:  `(SELECT c.custom_id FROM company c WHERE c.workspace_id = r.workspace_id AND c.id = r.company_id)`,
			at:      func(d *Deal) any { return &d.CompanyCustomID },
			follows: true,
		},
		{source: participants, at: func(d *Deal) any { return &d.Participants }},
		{source: dealProducts, at: func(d *Deal) any { return &d.Products }},
		tagsColumn("deal", func(d *Deal) any { return refs[TagRef]{&d.Tags} }),
	},
	links: []link[Deal]{
		{
			name: "contact_custom_id", field: "contact_id", table: "contact", absent: ErrNotFound,
			at:       func(d *Deal) **int64 { return &d.ContactID },
			customID: func(d *Deal) **string { return &d.ContactCustomID },
		},
		{
			name: "company_custom_id", field: "company_id", table: "company", absent: errNoObject.On("company_custom_id"),
			at:       func(d *Deal) **int64 { return &d.CompanyID },
			customID: func(d *Deal) **string { return &d.CompanyCustomID },
		},
	},
	narrows: map[string]func(*conditions, string) error{
		"contact_custom_id": byTextOf(dealsOf, "contact", "custom_id"), "company_custom_id": byTextOf(dealsOfCompany, "company", "custom_id"),
		"tag":     byTag("deal"),
		"userkey": byTextOf(dealsOf, "contact", "user_key"), "user_key": byTextOf(dealsOf, "contact", "user_key"),
	},
	fields: []field[Deal]{
		text("custom_id", maxText, func(d *Deal) **string { return &d.CustomID }),
		plain("name", maxText, func(d *Deal) *string { return &d.Name }),
		of("value", func(d *Deal) *Money { return &d.Value }),
		of("currency", func(d *Deal) *Currency { return &d.Currency }),
		of("status", func(d *Deal) *DealStatus { return &d.Status }),
		of("stage", func(d *Deal) **int64 { return &d.Stage }),
		of("pipeline", func(d *Deal) **int64 { return &d.Pipeline }),
		of("loss_reason", func(d *Deal) **int64 { return &d.LossReason }),
		plain("loss_reason_description", maxProse, func(d *Deal) *string { return &d.LossReasonDescription }),
		of("expected_close_date", func(d *Deal) *Day { return &d.ExpectedCloseDate }),
		of("won_at", func(d *Deal) **time.Time { return &d.WonAt }),
		of("lost_at", func(d *Deal) **time.Time { return &d.LostAt }),
		of("activities_status", func(d *Deal) *ActivitiesStatus { return &d.ActivitiesStatus }),
		of("scope", func(d *Deal) *int64 { return &d.Scope }),
		of("assigned_to", func(d *Deal) **int64 { return &d.AssignedTo }),
		of("contact_id", func(d *Deal) **int64 { return &d.ContactID }),
		of("company_id", func(d *Deal) **int64 { return &d.CompanyID }),
	},
})

// DealStatus is how far a deal has come, numbered as the published API numbers it.
type DealStatus int16

// ActivitiesStatus is whether something is planned for a deal.
type ActivitiesStatus int16

// What a new deal is.
const (
	InProgress DealStatus       = 1
	NoPlanned  ActivitiesStatus = 0
)

func (a ActivitiesStatus) String() string { return nameOf(a, NoPlanned, activitiesStatuses) }

func (s *DealStatus) set(v any) error       { return choose(s, 0, dealStatuses, v) }
func (a *ActivitiesStatus) set(v any) error { return choose(a, NoPlanned, activitiesStatuses, v) }

var (
	dealStatuses       = []string{"abandoned", "in progress", "won", "lost", "archived"}
	activitiesStatuses = []string{"no planned", "planned"}
)

// What narrows deals to those of a contact or a company, whose id is to be put for @.
const (
	dealsOf        = `r.contact_id = @`
	dealsOfCompany = `r.company_id = @`
)
