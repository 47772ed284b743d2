package records_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"latchkey/internal/records"
	"latchkey/internal/store"
)

// product makes one, with the members of object as attributes.
func (w *workspace) product(t testing.TB, object string) int64 {
	t.Helper()
	p := records.Products.Patch()
	for name, value := range decode(t, object).(map[string]any) {
		must(t, p.SetAttribute(name, value))
	}
	var id int64
	must(t, w.st.Write(t.Context(), w.who, func(ctx context.Context, tx *store.Tx) error {
		written, err := records.Products.Create(ctx, tx, p)
		id = written.Record.ID
		return err
	}))
	return id
}

// buy records that the contact bought the product.
func (w *workspace) buy(t testing.TB, product, contact records.Ref, at, data string) (ignored []string, err error) {
	t.Helper()
	e := &records.NewProductEvent{}
	must(t, e.SetType("purchase"))
	must(t, e.SetTime(at))
	must(t, e.SetData(decode(t, data)))
	err = w.st.Write(t.Context(), w.who, func(ctx context.Context, tx *store.Tx) (err error) {
		_, ignored, err = records.RecordProductEvent(ctx, tx, product, contact, e)
		return err
	})
	return ignored, err
}

// values are the product's attributes that are set, by standard name.
func (w *workspace) values(t testing.TB, product int64) map[string]string {
	t.Helper()
	values := map[string]string{}
	w.read(t, func(ctx context.Context, v *store.View) error {
		found, err := records.Products.Find(ctx, v, records.ByID(product))
		for _, a := range found.Attributes {
			if value, set := found.Record.Attributes[a.ID]; set {
				values[a.NameStd] = string(value)
			}
		}
		return err
	})
	return values
}

func TestProductEventTypes(t *testing.T) {
	for _, text := range []string{"add to cart", "Add_To_Cart", "ADD-TO-CART", " add  to cart "} {
		if err := new(records.NewProductEvent).SetType(text); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	for _, value := range []any{"", "addtocart", "steal", 1.5, nil, []any{"view"}} {
		if err := new(records.NewProductEvent).SetType(value); err == nil {
			t.Errorf("%v is a type", value)
		}
	}
}

// A product has the values of its latest event, by when they happened.
func TestProductEventsBringTheLatestValues(t *testing.T) {
	w := newWorkspace(t)
	_, err := w.upsert(t, `{"custom_id": "c"}`)
	must(t, err)
	product := w.product(t, `{"price": 10, "brand": "A"}`)
	c := records.ByCustomID("c")
	for _, step := range []struct{ at, data, want string }{
		{"1700000000", `{"price": 9.50, "Quantity": 2, "gift": true}`, `map[brand:"A" gift:"True" price:"9.50" quantity:"2"]`},
		{"1600000000", `{"price": 1, "brand": "Z", "older": "x"}`, `map[brand:"A" gift:"True" price:"9.50" quantity:"2"]`},
		{"1700000000", `{"price": 8, "name": "n", "custom_id": "c", "Id": 1, "custom_data": {"price": 7}}`, `map[brand:"A" gift:"True" price:"8" quantity:"2"]`},
		{"1700000001", `{"price": null, "brand": {"a": 1}, "quantity": [3]}`, `map[brand:"A" gift:"True" price:"8" quantity:"2"]`},
		{"1700000002", `{}`, `map[brand:"A" gift:"True" price:"8" quantity:"2"]`},
	} {
		_, err := w.buy(t, records.ByID(product), c, step.at, step.data)
		must(t, err)
		if got := fmt.Sprint(w.values(t, product)); got != step.want {
			t.Errorf("after %s: %s, want %s", step.data, got, step.want)
		}
	}
	ignored, err := w.buy(t, records.ByID(product), c, "1700000003", `{"price": "`+strings.Repeat("x", 257)+`", "id": 1}`)
	if must(t, err); fmt.Sprint(ignored) != "[id price]" {
		t.Errorf("ignored %v", ignored)
	}
}

// What cannot be recorded leaves nothing behind, new attributes included.
func TestProductEventsOfNobody(t *testing.T) {
	w := newWorkspace(t)
	_, err := w.upsert(t, `{"custom_id": "c"}`)
	must(t, err)
	product := records.ByID(w.product(t, `{}`))
	if _, err := w.buy(t, product, records.ByCustomID("nobody"), "", `{"new": 1}`); !errors.Is(err, records.ErrNoContact) {
		t.Errorf("of no contact: %v", err)
	}
	if _, err := w.buy(t, records.ByCustomID("nothing"), records.ByCustomID("c"), "", `{"new": 1}`); !errors.Is(err, records.ErrNotFound) {
		t.Errorf("of no product: %v", err)
	}
	w.read(t, func(ctx context.Context, v *store.View) error {
		attributes, err := records.Attributes(ctx, v, "product")
		if len(attributes) > 0 {
			t.Errorf("%v was defined", attributes)
		}
		page, err2 := records.ProductEvents(ctx, v, records.ByCustomID("c"), records.Position{Size: 1})
		if page.Count != 0 {
			t.Errorf("%d events", page.Count)
		}
		return errors.Join(err, err2)
	})
}

// However events of one product come at once, the latest one's values stay.
func TestConcurrentProductEvents(t *testing.T) {
	w := newWorkspace(t)
	_, err := w.upsert(t, `{"custom_id": "c"}`)
	must(t, err)
	product := w.product(t, `{}`)
	const events = 12
	var all sync.WaitGroup
	for n := range events {
		all.Go(func() {
			_, err := w.buy(t, records.ByID(product), records.ByCustomID("c"), fmt.Sprint(1700000000+n), fmt.Sprintf(`{"n": %d}`, n))
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if got, want := w.values(t, product)["n"], fmt.Sprintf("%q", fmt.Sprint(events-1)); got != want {
		t.Errorf("n is %s, want %s", got, want)
	}
}
