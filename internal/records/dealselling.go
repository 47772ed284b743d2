package records

import (
	"context"
	"maps"
	"slices"

	"latchkey/internal/store"
)

// Selling is the products that a write gives a deal: all that its members name
// together, and no others.
type Selling struct{ wanted []wantedProduct }

// wantedProduct is one that a request names by the one or the other id.
type wantedProduct struct {
	member   string // of the body, for faults
	customID string // "": by id
	detailed bool
	DealProduct
}

// ByIDs adds products by a list of their ids.
func (s *Selling) ByIDs(member string, value any) error {
	ids, err := idList(value)
	for _, id := range ids {
		s.wanted = append(s.wanted, wantedProduct{member: member, DealProduct: DealProduct{ProductID: id, Quantity: 1}})
	}
	return err
}

// ByCustomIDs adds products by a list of their custom ids.
func (s *Selling) ByCustomIDs(member string, value any) error {
	items, err := listOf(value)
	if err != nil {
		return err
	}
	for _, item := range items {
		id, err := customIDOf(item)
		if err != nil {
			return err
		}
		if id == "" {
			return invalid("Expected a list of custom ids.")
		}
		s.wanted = append(s.wanted, wantedProduct{member: member, customID: id, DealProduct: DealProduct{Quantity: 1}})
	}
	return nil
}

// ByOrder adds products by a list of objects that say how many and for how much.
func (s *Selling) ByOrder(member string, value any) error {
	items, err := listOf(value)
	if err != nil {
		return err
	}
	for _, item := range items {
		object, ok := item.(map[string]any)
		if !ok {
			return invalid("Expected a list of objects with product_id or product_custom_id, quantity, value, currency.")
		}
		w := wantedProduct{member: member, detailed: true, DealProduct: DealProduct{Quantity: 1}}
		if err := w.read(object); err != nil {
			return err
		}
		s.wanted = append(s.wanted, w)
	}
	return nil
}

// read reads an object of an order. What it does not know is left out.
func (w *wantedProduct) read(object map[string]any) (err error) {
	if id := object["product_id"]; id != nil {
		w.ProductID, err = whole(id)
	} else if w.customID, err = customIDOf(object["product_custom_id"]); err == nil && w.customID == "" {
		err = invalid("Each element needs product_id or product_custom_id.")
	}
	if quantity := object["quantity"]; err == nil && quantity != nil {
		if w.Quantity, err = whole(quantity); err == nil && w.Quantity < 0 {
			err = invalid("Ensure that quantity is not negative.")
		}
	}
	if value := object["value"]; err == nil && value != nil {
		err = w.Value.set(value)
	}
	if currency := object["currency"]; err == nil && currency != nil && currency != "" {
		err = w.Currency.set(currency)
	}
	return err
}

// Write is the step of a deal's patch that writes them.
func (s *Selling) Write(ctx context.Context, tx *store.Tx, deal int64, _ bool) error {
	var ids []int64
	var customIDs []string
	for _, w := range s.wanted {
		if w.customID != "" {
			customIDs = append(customIDs, w.customID)
			continue
		}
		ids = append(ids, w.ProductID)
	}
	known, byCustomID, err := products(ctx, tx, ids, customIDs)
	if err != nil {
		return err
	}
	plain, detailed := map[int64]DealProduct{}, map[int64]DealProduct{}
	for _, w := range s.wanted {
		if w.customID != "" {
			w.ProductID = byCustomID[w.customID]
		}
		if !known[w.ProductID] {
			return errNoObject.On(w.member)
		}
		if w.detailed {
			detailed[w.ProductID] = w.DealProduct
		} else {
			plain[w.ProductID] = w.DealProduct
		}
	}
	return writeProducts(ctx, tx, deal, slices.Collect(maps.Values(plain)), slices.Collect(maps.Values(detailed)))
}
