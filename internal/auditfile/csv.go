package auditfile

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
)

// Columns are the first record of a CSV file.
func Columns() []string {
	return []string{"seq", "at", "action", "actor_kind", "actor_id", "actor", "address", "target_kind", "target_id", "target", "before", "after", "id"}
}

// Where a spreadsheet would begin to compute: at the start of a cell, and after what
// some spreadsheets take for the end of one.
var (
	formulaFirst = regexp.MustCompile(`^[=+\-@\t\r＝＋－＠]`)
	formulaLater = regexp.MustCompile(`([\t\r\n;])([=+\-@＝＋－＠])`)
)

// Cell makes a text what every spreadsheet shows and none computes.
func Cell(text string) string {
	return formulaFirst.ReplaceAllString(formulaLater.ReplaceAllString(text, "$1'$2"), "'$0")
}

func csvRecord(e audit.Event) []string {
	address := ""
	if e.Address.IsValid() {
		address = e.Address.String()
	}
	record := []string{
		strconv.FormatInt(e.Seq, 10), e.At.UTC().Format(timeFormat), string(e.Action), string(e.Actor.Kind), idText(e.Actor.ID), e.Actor.Label, address,
		string(e.Target.Kind), idText(e.Target.ID), string(e.Target.Label), valuesText(e.Before), valuesText(e.After), e.ID.String(),
	}
	for i := range record {
		record[i] = Cell(record[i])
	}
	return record
}

func idText(id uuid.UUID) string {
	if id == uuid.Nil {
		return ""
	}
	return id.String()
}

// valuesText is JSON, in the values' order.
func valuesText(values audit.Values) string {
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = quoted(v.Name) + ":" + quoted(v.Text)
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func quoted(text audit.Text) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // a string is always JSON
	return strings.TrimSuffix(b.String(), "\n")
}

func writeCSV(w io.Writer, records ...[]string) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true // as RFC 4180 has it
	return out.WriteAll(records)
}

// csvEnd is the last record: how many events there are, and that they prove nothing.
func csvEnd(head audit.Chain, at time.Time, events int64) []string {
	record := make([]string, len(Columns()))
	record[0], record[1] = "end", at.UTC().Format(timeFormat)
	record[2] = strconv.FormatInt(events, 10) + " events up to number " + strconv.FormatInt(head.Seq, 10) + "; a CSV file cannot be verified"
	return record
}
