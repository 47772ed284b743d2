package apikey_test

import (
	"bytes"
	"database/sql/driver"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/rs/zerolog"

	"latchkey/internal/apikey"
)

// verbs are fmt's, and two that it does not know.
var verbs = []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%b", "%c", "%o", "%U", "%e", "%f", "%g", "%t", "%p", "%T", "%w", "%z", "%-80v", "%080x"}

// holder keeps a value where fmt cannot reach its methods.
type holder struct {
	Shown  any
	hidden any
}

// prints returns everything that printing v could look like.
func prints(t *testing.T, v any) string {
	t.Helper()
	var out bytes.Buffer
	for _, shape := range []any{v, &v, []any{v}, map[string]any{"k": v}, holder{v, v}, &holder{v, v}, []holder{{v, v}}} {
		for _, verb := range verbs {
			fmt.Fprintf(&out, verb+"\n", shape)
		}
		fmt.Fprintln(&out, shape, errors.Join(fmt.Errorf("doing x: %v", shape)))
		_ = json.NewEncoder(&out).Encode(shape)
		_ = xml.NewEncoder(&out).Encode(shape)

		log := zerolog.New(&out)
		log.Info().Interface("v", shape).Any("a", shape).Fields(map[string]any{"f": shape}).Str("s", fmt.Sprint(shape)).Send()
		log.Info().Err(fmt.Errorf("x %s", shape)).Msgf("%v", shape)
		if s, ok := shape.(fmt.Stringer); ok {
			log.Info().Stringer("v", s).Stringers("l", []fmt.Stringer{s}).Send()
		}
		for _, h := range []slog.Handler{slog.NewTextHandler(&out, nil), slog.NewJSONHandler(&out, nil)} {
			slog.New(h).Info("m", "v", shape)
		}
	}
	return out.String()
}

func TestSecretPrintsRedactedEverywhere(t *testing.T) {
	secret := mint(t, scheme(t, "lk_"))
	for name, v := range map[string]any{
		"value": secret, "pointer": &secret,
		"unexported field": struct{ s apikey.Secret }{secret}, "unexported pointer": struct{ s *apikey.Secret }{&secret},
		"array": [1]apikey.Secret{secret}, "in an unexported array": struct{ s []apikey.Secret }{[]apikey.Secret{secret}},
	} {
		out := prints(t, v)
		for _, trace := range traces(secret.Reveal()) {
			if strings.Contains(strings.ToLower(out), strings.ToLower(trace)) {
				t.Errorf("%s: printing shows %q", name, trace)
			}
		}
	}
}

// traces returns how a text may show: as it is, in hexadecimal, as numbers.
func traces(text string) []string {
	part := text[8:24]
	return []string{
		part,
		fmt.Sprintf("%x", part), fmt.Sprintf("% x", part),
		strings.Trim(fmt.Sprint([]byte(part)), "[]"),
		strings.TrimSuffix(strings.TrimPrefix(fmt.Sprintf("%#v", []byte(part)), "[]byte{"), "}"),
	}
}

func TestSecretRedactedForm(t *testing.T) {
	secret := mint(t, scheme(t, "lk_"))
	encoded, err := json.Marshal(map[string]any{"secret": secret})
	if err != nil || string(encoded) != `{"secret":"[secret]"}` {
		t.Errorf("JSON is %s, %v", encoded, err)
	}
	text, err := secret.MarshalText()
	if err != nil || string(text) != "[secret]" {
		t.Errorf("text is %s, %v", text, err)
	}
	for _, got := range []string{secret.String(), secret.GoString(), fmt.Sprintf("%#x", secret)} {
		if got != "[secret]" {
			t.Errorf("printed as %q", got)
		}
	}
}

func TestSecretIsNeverStored(t *testing.T) {
	secret := mint(t, scheme(t, "lk_"))
	value, err := driver.DefaultParameterConverter.ConvertValue(secret)
	if err == nil {
		t.Errorf("a secret would be stored as %v", value)
	}
}

func TestZeroSecretIsSafe(t *testing.T) {
	var zero apikey.Secret
	if !zero.IsZero() || zero.Reveal() != "" || zero.Hint() != "" {
		t.Errorf("reveals %q, hint %q", zero.Reveal(), zero.Hint())
	}
	if got := fmt.Sprintf("%v %+v %v", zero, &zero, struct{ s apikey.Secret }{}); !strings.HasPrefix(got, "[secret] [secret]") {
		t.Errorf("prints %q", got)
	}
	if pepper(t, "a", 1).Hash(zero) == pepper(t, "a", 1).Hash(mint(t, scheme(t, "lk_"))) {
		t.Error("hashes like a secret")
	}
}
