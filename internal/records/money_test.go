package records

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestMoneyReads(t *testing.T) {
	for sent, want := range map[any]string{
		json.Number("1250"): "1250.00", "525.005": "525.01", json.Number("-0.005"): "-0.01", json.Number("-0.0049"): "0.00", "1.005e2": "100.50", " 7 ": "7.00",
		json.Number("0.30000000000000004"): "0.30", json.Number("1e-400000"): "0.00", json.Number("-1e-300"): "0.00", "+3": "3.00", ".5": "0.50", "5.": "5.00",
		json.Number("9999999999999.99"): "9999999999999.99", json.Number("0." + strings.Repeat("0", 300) + "1e300"): "0.10",
	} {
		var m Money
		if err := m.set(sent); err != nil || m.String() != want || !m.Known() {
			t.Errorf("%v: %v %v, want %s", sent, m, err, want)
		}
	}
	for _, sent := range []any{true, []any{}, map[string]any{}, "", "1,5", "0x10", "1/2", "NaN", "inf", json.Number("1e400"), json.Number("10000000000000"), "-1e13", strings.Repeat("1", 500)} {
		m := Money{}
		if err := m.set(sent); err == nil {
			t.Errorf("%v was taken as %v", sent, m)
		}
	}
}

// What is written is what is read.
func TestMoneyReadsWhatItWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Money{rapid.Int64Range(-999_999_999_999_999, 999_999_999_999_999).Draw(t, "hundredths"), true}
		var read Money
		if err := read.set(m.String()); err != nil || read != m {
			t.Fatalf("%s is read as %s: %v", m, read, err)
		}
	})
}

func TestCurrencyAndDayRead(t *testing.T) {
	var c Currency
	if err := c.set(" pln"); err != nil || c != "PLN" {
		t.Errorf("%q %v", c, err)
	}
	for _, sent := range []any{"PL", "PLNN", "zł!", "12€", json.Number("123"), nil, true, []any{"PLN"}} {
		if err := c.set(sent); err == nil {
			t.Errorf("%v was taken as %q", sent, c)
		}
	}
	var d Day
	for sent, want := range map[any]string{"2024-02-29": "2024-02-29", "2024-02-29T23:30:00-01:00": "2024-03-01", json.Number("0"): "1970-01-01"} {
		if err := d.set(sent); err != nil || d.String() != want {
			t.Errorf("%v: %v %v, want %s", sent, d, err, want)
		}
	}
	if err := d.set("2023-02-29"); err == nil {
		t.Errorf("a day that was not is %v", d)
	}
}
