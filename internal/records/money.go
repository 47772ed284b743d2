package records

import (
	"database/sql/driver"
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Money is an amount in hundredths of a currency that stands elsewhere. The zero
// Money was never set.
type Money struct {
	hundredths int64
	known      bool
}

// maxMoney is the first amount that is too large.
const maxMoney = 1e13

// set takes numbers and texts of numbers. What is finer than a hundredth is rounded,
// halves away from zero: clients compute amounts in binary fractions.
func (m *Money) set(v any) error {
	amount, ok := toFloat(v)
	switch {
	case !ok:
		return invalid("A valid number is required.")
	case math.Abs(amount) >= maxMoney:
		return invalid("Ensure that there are no more than 13 digits before the decimal point.")
	}
	*m = Money{known: true}
	if math.Abs(amount) < 1e-3 {
		return nil // and its exponent may be enormous
	}
	text, _ := numeral(v)
	exact, ok := new(big.Rat).SetString(text)
	if !ok {
		return invalid("A valid number is required.")
	}
	rounded := exact.Mul(exact, big.NewRat(100, 1)).FloatString(0)
	m.hundredths, _ = strconv.ParseInt(rounded, 10, 64) // bounded above
	return nil
}

// Known reports whether there is an amount.
func (m Money) Known() bool { return m.known }

// String writes the amount with two decimal places.
func (m Money) String() string {
	sign, n := "", m.hundredths
	if n < 0 {
		sign, n = "-", -n
	}
	return fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
}

// Scan implements sql.Scanner for a column of hundredths.
func (m *Money) Scan(column any) error {
	switch v := column.(type) {
	case nil:
		*m = Money{}
	case int64:
		*m = Money{v, true}
	default:
		return fmt.Errorf("records: an amount of type %T", column)
	}
	return nil
}

// Value implements driver.Valuer for it.
func (m Money) Value() (driver.Value, error) {
	if !m.known {
		return nil, nil
	}
	return m.hundredths, nil
}

// Currency is a code of three letters, as ISO 4217 has them; "" was never set. Which
// codes exist changes with time, so any three letters do.
type Currency string

func (c *Currency) set(v any) error {
	text, _ := toText(v)
	code := strings.ToUpper(strings.TrimSpace(text))
	if len(code) != 3 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return invalid("Enter a currency by the three letters of ISO 4217, such as EUR.")
	}
	*c = Currency(code)
	return nil
}
