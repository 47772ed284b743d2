package apikey_test

import (
	"testing"

	"latchkey/internal/apikey"
)

func TestHintsAreReadHoweverTheyAreWritten(t *testing.T) {
	for text, want := range map[string][2]string{
		"lk_…aB9z": {"lk_…aB9z", "aB9z"}, "lk_...aB9z": {"lk_…aB9z", "aB9z"}, " lk_ … aB9z ": {"lk_…aB9z", "aB9z"},
		"…aB9z": {"", "aB9z"}, "...aB9z": {"", "aB9z"},
		"aB9z": {}, "lk_…aB9": {}, "lk_…aB9zz": {}, "lk_…aB_z": {}, "": {}, "…": {},
	} {
		hint, tail, ok := apikey.ParseHint(text)
		if hint != want[0] || tail != want[1] || ok != (want[1] != "") {
			t.Errorf("%q: %q, %q, %v", text, hint, tail, ok)
		}
	}
}
