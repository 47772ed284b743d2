package records

import (
	"context"
	"fmt"
	"slices"

	"github.com/lib/pq"

	"latchkey/internal/store"
)

// DealProduct is a product of a deal: how many of it, and what they cost together.
type DealProduct struct {
	ProductID int64
	CustomID  *string // of the product
	Quantity  int64
	Value     Money
	Currency  Currency
}

// DealProducts are those of one deal, by the id of the product.
type DealProducts []DealProduct

// dealProducts are the products of deal r.
const dealProducts = `(SELECT json_agg(json_build_object('id', d.product_id, 'custom_id', p.custom_id, 'quantity', d.quantity,
		'value', d.value, 'currency', d.currency) ORDER BY d.product_id)
	FROM deal_product d JOIN product p ON p.workspace_id = d.workspace_id AND p.id = d.product_id
	WHERE d.workspace_id = r.workspace_id AND d.deal_id = r.id)`

// Scan implements sql.Scanner for what PostgreSQL aggregates.
func (p *DealProducts) Scan(column any) error {
	type row struct {
		ID       int64
		CustomID *string `json:"custom_id"`
		Quantity int64
		Value    *int64
		Currency Currency
	}
	var rows []row
	if err := (refs[row]{&rows}).Scan(column); err != nil {
		return err
	}
	*p = make(DealProducts, len(rows))
	for i, r := range rows {
		(*p)[i] = DealProduct{ProductID: r.ID, CustomID: r.CustomID, Quantity: r.Quantity, Currency: r.Currency}
		if r.Value != nil {
			(*p)[i].Value = Money{*r.Value, true}
		}
	}
	return nil
}

// products resolves ids and custom ids of products, which all stay until tx ends.
// What does not exist is in neither answer.
func products(ctx context.Context, tx *store.Tx, ids []int64, customIDs []string) (known map[int64]bool, byCustomID map[string]int64, err error) {
	known, byCustomID = map[int64]bool{}, map[string]int64{}
	rows, err := tx.Query(ctx, `SELECT id, custom_id FROM product WHERE workspace_id = $1 AND (id = ANY ($2) OR custom_id = ANY ($3))
		ORDER BY id FOR KEY SHARE`, tx.Caller().Workspace(), pq.Array(ids), pq.Array(customIDs))
	if err != nil {
		return nil, nil, fmt.Errorf("reading products: %w", err)
	}
	defer rows.Close() // Err tells
	for rows.Next() {
		var id int64
		var customID *string
		if err := rows.Scan(&id, &customID); err != nil {
			return nil, nil, fmt.Errorf("reading products: %w", err)
		}
		known[id] = true
		if customID != nil {
			byCustomID[*customID] = id
		}
	}
	return known, byCustomID, rows.Err()
}

// writeProducts makes a deal's products exactly those. Of the plain ones, what is
// known already stays as it is.
func writeProducts(ctx context.Context, tx *store.Tx, deal int64, plain, detailed []DealProduct) error {
	var ids []int64
	for _, p := range slices.Concat(plain, detailed) {
		ids = append(ids, p.ProductID)
	}
	_, err := tx.Exec(ctx, `DELETE FROM deal_product WHERE workspace_id = $1 AND deal_id = $2 AND product_id <> ALL (COALESCE($3, '{}')::bigint[])`,
		tx.Caller().Workspace(), deal, pq.Array(ids))
	if err == nil {
		err = putProducts(ctx, tx, deal, detailed, `(workspace_id, deal_id, product_id) DO UPDATE
			SET quantity = EXCLUDED.quantity, value = EXCLUDED.value, currency = EXCLUDED.currency`)
	}
	if err == nil {
		err = putProducts(ctx, tx, deal, plain, "DO NOTHING")
	}
	if err != nil {
		return fmt.Errorf("writing the products of a deal: %w", err)
	}
	return nil
}

func putProducts(ctx context.Context, tx *store.Tx, deal int64, all []DealProduct, onConflict string) error {
	if len(all) == 0 {
		return nil
	}
	var ids, quantities []int64
	var values []Money
	var currencies []string
	for _, p := range all {
		ids, quantities, values = append(ids, p.ProductID), append(quantities, p.Quantity), append(values, p.Value)
		currencies = append(currencies, string(p.Currency))
	}
	_, err := tx.Exec(ctx, `INSERT INTO deal_product (workspace_id, deal_id, product_id, quantity, value, currency)
		SELECT $1, $2, * FROM unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::text[]) ON CONFLICT `+onConflict,
		tx.Caller().Workspace(), deal, pq.Array(ids), pq.Array(quantities), pq.Array(values), pq.Array(currencies))
	return err
}
