package apikey_test

import (
	"testing"
	"time"

	"latchkey/internal/apikey"
)

func TestKeyAs(t *testing.T) {
	warsaw, err := apikey.LoadZone("Europe/Warsaw")
	if err != nil {
		t.Fatal(err)
	}
	day, err := apikey.ParseDay("2026-11-30")
	if err != nil {
		t.Fatal(err)
	}
	ends := time.Date(2026, 11, 30, 23, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name string
		key  apikey.Key
		at   time.Time
		want apikey.Status
	}{
		{"until the last moment", apikey.Key{ExpiresOn: day}, ends.Add(-1), apikey.Active},
		{"over", apikey.Key{ExpiresOn: day}, ends, apikey.Expired},
		{"never", apikey.Key{}, ends, apikey.Active},
		{"revoked is stronger", apikey.Key{ExpiresOn: day, RevokedAt: ends}, ends, apikey.Revoked},
		{"disabled is stronger", apikey.Key{ExpiresOn: day, DisabledAt: ends}, ends, apikey.Disabled},
		{"rotating", apikey.Key{RotatingUntil: ends}, ends.Add(-1), apikey.Rotating},
	} {
		got := c.key.As(warsaw, c.at)
		if got.Status != c.want {
			t.Errorf("%s: %s, want %s", c.name, got.Status, c.want)
		}
		if want := c.key.ExpiresOn.Ends(warsaw); !got.ExpiresAt.Equal(want) {
			t.Errorf("%s: ends %s, want %s", c.name, got.ExpiresAt, want)
		}
	}
}

func TestFoldName(t *testing.T) {
	for _, same := range [][2]string{
		{"Zapier", "ZAPIER"}, {"Straße", "STRASSE"}, {"Zoë", "ZOE\u0308"}, {"ΣΊΣΥΦΟΣ", "σίσυφος"},
	} {
		if apikey.FoldName(same[0]) != apikey.FoldName(same[1]) {
			t.Errorf("%q and %q are found as different names", same[0], same[1])
		}
	}
	if apikey.FoldName("Zoe") == apikey.FoldName("Zoë") {
		t.Error("an accent was lost")
	}
}
