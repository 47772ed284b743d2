package rest

import "latchkey/internal/records"

// selling is what the members of a body that name a deal's products have in common.
func selling(b *binding[records.Deal]) *records.Selling {
	s, begun := b.common.(*records.Selling)
	if !begun {
		s = &records.Selling{}
		b.common = s
		b.patch.Then(s.Write)
	}
	return s
}

func sellByIDs(b *binding[records.Deal], value any) error {
	return selling(b).ByIDs("products", value)
}

func sellByOrder(b *binding[records.Deal], value any) error {
	return selling(b).ByOrder("order_products", value)
}

func sellByCustomIDs(member string) linker[records.Deal] {
	return func(b *binding[records.Deal], value any) error { return selling(b).ByCustomIDs(member, value) }
}

func writeProductIDs(w *writer, all records.DealProducts) {
	w.open('[')
	for i := range all {
		w.integer(all[i].ProductID)
	}
	w.close(']')
}

func writeProductCustomIDs(w *writer, all records.DealProducts) {
	w.open('[')
	for i := range all {
		if id := all[i].CustomID; id != nil {
			w.text(*id)
		}
	}
	w.close(']')
}

func writeOrder(w *writer, all records.DealProducts) {
	w.open('[')
	for i := range all {
		p := &all[i]
		w.open('{')
		w.name("product_id")
		w.integer(p.ProductID)
		w.name("product_custom_id")
		text(w, p.CustomID)
		w.name("quantity")
		w.integer(p.Quantity)
		w.name("value")
		writeMoney(w, p.Value)
		w.name("currency")
		writeName(w, string(p.Currency))
		w.close('}')
	}
	w.close(']')
}
