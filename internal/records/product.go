package records

// Product is something that contacts buy, look at or like. What is known of it beside
// its name is custom attributes.
type Product struct {
	Base
	CustomID, Name *string
}

// Products are the workspace's.
var Products = prepared(Kind[Product]{
	table:    "product",
	resource: "product",
	base:     func(p *Product) *Base { return &p.Base },
	counted:  true,
	blank:    func() Product { return Product{} },
	fields: []field[Product]{
		text("custom_id", maxText, func(p *Product) **string { return &p.CustomID }),
		text("name", maxText, func(p *Product) **string { return &p.Name }),
	},
})
