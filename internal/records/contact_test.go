package records_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

func TestAContactsName(t *testing.T) {
	email := "a@example.com"
	for _, c := range []struct {
		contact records.Contact
		want    string
	}{
		{records.Contact{FirstName: "Ada", LastName: "Lovelace", Email: &email}, "Ada Lovelace"},
		{records.Contact{LastName: "Lovelace"}, "Lovelace"},
		{records.Contact{Email: &email}, email},
		{records.Contact{}, ""},
	} {
		if got := c.contact.Name(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// Values of existing attributes are converted to their type or left out.
func TestAttributeValuesAreConverted(t *testing.T) {
	w := newWorkspace(t)
	first, err := w.upsert(t, `{"custom_id": "c", "Is Pro": true, "age": 1, "ratio": 0.5, "plan": "x", "answers": []}`)
	must(t, err)
	types := map[string]int64{}
	for _, a := range first.Attributes {
		types[a.NameStd+":"+string(a.Type)] = a.ID
	}
	for _, c := range []struct{ attribute, sent, want string }{
		{"is_pro:boolean", `"False"`, "false"}, {"is_pro:boolean", "0", "false"}, {"is_pro:boolean", `"perhaps"`, ""},
		{"age:integer", `"41"`, "41"}, {"age:integer", "41.0", "41"}, {"age:integer", "41.5", ""}, {"age:integer", "1e30", ""}, {"age:integer", "true", ""},
		{"age:integer", "9223372036854775807", "9223372036854775807"}, {"age:integer", "9223372036854775808", ""},
		{"ratio:float", "3", "3"}, {"ratio:float", `"0.25"`, "0.25"}, {"ratio:float", "1e400", ""}, {"ratio:float", `"NaN"`, ""}, {"ratio:float", `"0x1p4"`, ""},
		{"plan:string", "12.50", `"12.50"`}, {"plan:string", "true", `"True"`}, {"plan:string", `["a"]`, `"[\"a\"]"`},
		{"plan:string", `"` + strings.Repeat("ż", 256) + `"`, `"` + strings.Repeat("ż", 256) + `"`}, {"plan:string", `"` + strings.Repeat("ż", 257) + `"`, ""},
		{"answers:json", `{"a": 1}`, `{"a": 1}`}, {"answers:json", `["\u0000"]`, ""},
	} {
		id, defined := types[c.attribute]
		if !defined {
			t.Fatalf("%s is not among %v", c.attribute, types)
		}
		name, _, _ := strings.Cut(c.attribute, ":")
		written, err := w.upsert(t, fmt.Sprintf(`{"custom_id": "c", %q: null}`, name))
		must(t, err)
		if _, set := written.Record.Attributes[id]; set {
			t.Errorf("null did not unset %s", name)
		}
		written, err = w.upsert(t, fmt.Sprintf(`{"custom_id": "c", %q: %s}`, name, c.sent))
		must(t, err)
		if ignored := slices.Equal(written.Ignored, []string{name}); ignored != (c.want == "") {
			t.Errorf("%s = %.50s: ignored %v", c.attribute, c.sent, written.Ignored)
		}
		w.read(t, func(ctx context.Context, v *store.View) error {
			contact, err := records.Contacts.Find(ctx, v, records.ByCustomID("c"))
			if got := string(contact.Record.Attributes[id]); got != c.want {
				t.Errorf("%s = %.50s: stored %.50s, want %.50s", c.attribute, c.sent, got, c.want)
			}
			return err
		})
	}
}

func TestAttributesAreFoundByNameOrStandardName(t *testing.T) {
	w := newWorkspace(t)
	_, err := w.upsert(t, `{"custom_id": "c", "Verified Member": "yes"}`)
	must(t, err)
	written, err := w.upsert(t, `{"custom_id": "c", "verified_member": "no"}`)
	must(t, err)
	if len(written.Attributes) != 1 || written.Attributes[0].Name != "Verified Member" || written.Attributes[0].Type != records.String {
		t.Errorf("%+v", written.Attributes)
	}
}

func TestNamesThatCannotBeAttributesAreIgnored(t *testing.T) {
	w := newWorkspace(t)
	long := strings.Repeat("x", 256)
	written, err := w.upsert(t, `{"custom_id": "c", "": 1, "  ": 1, "ID": 1, "`+long+`": 1, "unset": null}`)
	must(t, err)
	slices.Sort(written.Ignored)
	if !slices.Equal(written.Ignored, []string{"", "  ", "ID", long}) || len(written.Attributes) != 0 {
		t.Errorf("ignored %q, defined %v", written.Ignored, written.Attributes)
	}
}

func TestAtMost500NewAttributesInARequest(t *testing.T) {
	w := newWorkspace(t)
	object := `{"custom_id": "c"`
	for n := range 501 {
		object += fmt.Sprintf(`, "a%d": 1`, n)
	}
	_, err := w.upsert(t, object+"}")
	if f, ok := fault.As(err); !ok || f.Code != "TOO_MANY_ATTRIBUTES" {
		t.Errorf("%v", err)
	}
	w.read(t, func(ctx context.Context, v *store.View) error {
		all, err := records.Attributes(ctx, v, "clientuser")
		if _, missing := records.Contacts.Find(ctx, v, records.ByCustomID("c")); len(all) != 0 || !errors.Is(missing, records.ErrNotFound) {
			t.Errorf("%d attributes, %v", len(all), missing)
		}
		return err
	})
}

func TestAContactsAttributesAreBounded(t *testing.T) {
	w := newWorkspace(t)
	var err error
	for n := 0; n < 20 && err == nil; n++ {
		_, err = w.upsert(t, fmt.Sprintf(`{"custom_id": "c", "a%d": ["%s"]}`, n, strings.Repeat("x", 60_000)))
	}
	if f, ok := fault.As(err); !ok || f.Code != "ATTRIBUTES_TOO_LARGE" {
		t.Errorf("%v", err)
	}
}

func TestDeletingAContactTakesItsEvents(t *testing.T) {
	w := newWorkspace(t)
	_, err := w.upsert(t, `{"custom_id": "c"}`)
	must(t, err)
	must(t, w.write(t, func(ctx context.Context, tx *store.Tx) error {
		e := &records.NewEvent{}
		must(t, e.SetName("order"))
		if _, _, err := records.Record(ctx, tx, records.ByCustomID("c"), e); err != nil {
			return err
		}
		return records.Contacts.Delete(ctx, tx, records.ByCustomID("c"))
	}))
	w.read(t, func(ctx context.Context, v *store.View) error {
		var left int
		err := v.QueryRow(ctx, `SELECT count(*) FROM event WHERE workspace_id = $1`, w.who.Workspace()).Scan(&left)
		if left != 0 {
			t.Errorf("%d events are left", left)
		}
		return err
	})
}

// Following next from the beginning, or previous from the end, gives every
// contact once and in order, whatever the page size; so do numbered pages.
func TestPagesAddUpToTheList(t *testing.T) {
	w := newWorkspace(t)
	var want []int64
	for n := range 23 {
		written, err := w.upsert(t, fmt.Sprintf(`{"custom_id": "c%d", "email": "Someone%d@Example.com"}`, n, n%2))
		must(t, err)
		want = append(want, written.Record.ID)
	}
	list := func(t *rapid.T, at records.Position) (page records.Page[records.Contact]) {
		err := w.st.View(context.Background(), w.who, func(ctx context.Context, v *store.View) (err error) {
			f := records.Contacts.Filter()
			if err := f.Field("email", records.ContainsAnyCase, "ONE"); err != nil {
				return err
			}
			page, _, err = records.Contacts.List(ctx, v, f, at)
			return err
		})
		if err != nil || page.Count != int64(len(want)) {
			t.Fatalf("%d, %v", page.Count, err)
		}
		return page
	}
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.IntRange(1, 30).Draw(t, "size")
		var forward, numbered, backward []int64
		for at, more := (records.Position{Size: size}), true; more; {
			page := list(t, at)
			forward, at.After, more = append(forward, idsOf(page)...), page.Last, page.Beyond
		}
		for at, more := (records.Position{Size: size, Number: 1}), true; more; at.Number++ {
			page := list(t, at)
			numbered, more = append(numbered, idsOf(page)...), page.Beyond
		}
		for at, more := (records.Position{Size: size, Before: want[len(want)-1] + 1}), true; more; {
			page := list(t, at)
			backward, at.Before, more = append(idsOf(page), backward...), page.First, page.Before
		}
		if !slices.Equal(forward, want) || !slices.Equal(numbered, want) || !slices.Equal(backward, want) {
			t.Errorf("size %d: forward %v, numbered %v, backward %v, want %v", size, forward, numbered, backward, want)
		}
	})
}

func idsOf(page records.Page[records.Contact]) (ids []int64) {
	for _, c := range page.Items {
		ids = append(ids, c.ID)
	}
	return ids
}

func TestAPagePastTheEnd(t *testing.T) {
	w := newWorkspace(t)
	for number, want := range map[int]error{1: nil, 2: records.ErrInvalidPage, records.MaxPages + 1: records.ErrInvalidPage} {
		err := w.st.View(t.Context(), w.who, func(ctx context.Context, v *store.View) error {
			_, _, err := records.Contacts.List(ctx, v, records.Contacts.Filter(), records.Position{Number: number, Size: 100})
			return err
		})
		if !errors.Is(err, want) {
			t.Errorf("page %d of nothing: %v, want %v", number, err, want)
		}
	}
}
