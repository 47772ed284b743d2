package rest

import (
	"errors"
	"testing"
)

func TestNegotiate(t *testing.T) {
	for _, c := range []struct {
		accept []string
		want   version // 0: refused
	}{
		{nil, v1},
		{[]string{""}, v1},
		{[]string{"*/*"}, v1},
		{[]string{"application/json, text/plain, */*"}, v1},
		{[]string{"*/*; version=2"}, v2},
		{[]string{"*/*;version=2"}, v2},
		{[]string{" */*; version=2"}, v2},
		{[]string{"application/json;  Version = \"2\" ; q=0.5"}, v2},
		{[]string{"*/*; version=1"}, v1},
		{[]string{"*/*; version=3"}, 0},
		{[]string{"*/*; version="}, 0},
		{[]string{"*/*; version=two"}, 0},
		{[]string{"*/*; version=22"}, 0},
		{[]string{"text/html, */*; version=2"}, v2},
		{[]string{"application/json; version=3, */*; version=2"}, v2},
		{[]string{"application/json; version=1, */*; version=2"}, v1},
		{[]string{"application/json; version=1; q=0, */*; version=2"}, v2},
		{[]string{"*/*; version=2; q=0.000"}, 0},
		{[]string{"text/html", "*/*; version=2"}, v2},
		{[]string{`text/x; a="; version=2, "`}, v1},
		{[]string{";;,,;=;version"}, 0},
	} {
		got, err := negotiate(c.accept)
		if got != c.want || (err != nil) != (c.want == 0) {
			t.Errorf("%q: %d, %v; want %d", c.accept, got, err, c.want)
		}
	}
}

func FuzzAcceptVersion(f *testing.F) {
	for _, seed := range []string{"", "*/*; version=2", " */*;version=1", `a/b;c="\";,";version=3,*/*;q=0;version="2"`, "application/problem+json", "\"", "\\", ";version=2"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, accept string) {
		v, err := negotiate([]string{accept})
		if err == nil && v != v1 && v != v2 || err != nil && !errors.Is(err, errVersion) {
			t.Errorf("%q: %d, %v", accept, v, err)
		}
		wantsProblem([]string{accept})
	})
}
