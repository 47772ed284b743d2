package records

import "github.com/lib/pq"

// Company is an organisation that contacts belong to. A nil text was never set.
type Company struct {
	Base
	CustomID              *string
	Name                  string
	Description, Category *string
	Email                 *string
	PhoneNumbers          Texts

	Country, Region, City *string
	Address, PostalCode   *string
	Size, AssignedTo      *int64
	Employees             pq.Int64Array // ids of contacts, the first maxLinked of them
	Tags                  []TagRef
}

// Companies are the kind of record with members.
var Companies = prepared(Kind[Company]{
	table:    "company",
	resource: "company",
	base:     func(c *Company) *Base { return &c.Base },
	counted:  true,
	blank:    func() Company { return Company{} },
	rule:     func(c *Company) error { return needed("name", c.Name) },
	derived:  []column[Company]{{name: "email_key", value: func(c *Company) any { return foldedEmail(c.Email) }}},
	shown: []column[Company]{
		{source: employees, at: func(c *Company) any { return &c.Employees }},
		tagsColumn("company", func(c *Company) any { return refs[TagRef]{&c.Tags} }),
	},
	narrows: ofContact(companiesOf, map[string]func(*conditions, string) error{"phone_numbers": holding("phone_numbers"), "tag": byTag("company")}),
	fields: []field[Company]{
		text("custom_id", maxText, func(c *Company) **string { return &c.CustomID }),
		plain("name", maxText, func(c *Company) *string { return &c.Name }),
		text("description", maxProse, func(c *Company) **string { return &c.Description }),
		text("category", maxText, func(c *Company) **string { return &c.Category }),
		text("email", maxEmail, func(c *Company) **string { return &c.Email }).under(mailbox).in("email_key"),
		of("phone_numbers", func(c *Company) *Texts { return &c.PhoneNumbers }),
		text("country", maxText, func(c *Company) **string { return &c.Country }),
		text("region", maxText, func(c *Company) **string { return &c.Region }),
		text("city", maxText, func(c *Company) **string { return &c.City }),
		text("address", maxText, func(c *Company) **string { return &c.Address }),
		text("postal_code", maxShort, func(c *Company) **string { return &c.PostalCode }),
		of("size", func(c *Company) **int64 { return &c.Size }),
		of("assigned_to", func(c *Company) **int64 { return &c.AssignedTo }),
	},
})
