package graph_test

import (
	"bytes"
	"encoding/base32"
	"encoding/base64"
	"net/http"
	"strings"
	"testing"
	"time"

	"latchkey/internal/secondfactor"
)

func factorKeys(t *testing.T) secondfactor.Keys {
	t.Helper()
	keys, err := secondfactor.ParseKeys(strings.NewReader("s1 " + base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{9}, 32))))
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// The whole way of a person who turns a second factor on, as the dashboard goes it.
func TestSecondFactorFlow(t *testing.T) {
	w := newWorld(t)
	begun := w.good("OWNER", `mutation { startTotpEnrollment { secret uri userErrors { code } } }`, nil)
	raw, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(begun.text("startTotpEnrollment.secret"))
	w.must(err)
	app, err := secondfactor.ParseSecret(raw)
	w.must(err)
	if uri := begun.text("startTotpEnrollment.uri"); !strings.HasPrefix(uri, "otpauth://totp/Latchkey:OWNER@example.com?") {
		t.Errorf("the URI is %s", uri)
	}
	given := func(field, value string) map[string]any { return map[string]any{"i": map[string]any{field: value}} }
	on := w.good("OWNER", `mutation ($i: ConfirmTotpEnrollmentInput!) { confirmTotpEnrollment(input: $i) { recoveryCodes me { secondFactor { totpSince recoveryCodesLeft } } userErrors { code } } }`,
		given("code", app.Code(today)))
	codes, _ := on.at("confirmTotpEnrollment.recoveryCodes").([]any)
	if len(codes) != 10 || on.at("confirmTotpEnrollment.me.secondFactor.totpSince") == nil || on.at("confirmTotpEnrollment.me.secondFactor.recoveryCodesLeft") != 10.0 {
		t.Fatalf("%s", on.raw)
	}

	waiting := w.good("", `mutation ($i: SignInInput!) { signIn(input: $i) { me { id } secondFactor { expiresAt attemptsLeft } userErrors { code } } }`,
		map[string]any{"i": map[string]any{"email": "owner@example.com", "password": password}})
	challenge, err := http.ParseSetCookie(waiting.header.Get("Set-Cookie"))
	w.must(err)
	if waiting.at("signIn.me") != nil || waiting.at("signIn.secondFactor.attemptsLeft") != 5.0 || len(waiting.header.Values("Set-Cookie")) != 1 ||
		challenge.Name != "latchkey-second-factor" || !challenge.HttpOnly || challenge.SameSite != http.SameSiteLaxMode || challenge.MaxAge != 300 {
		t.Fatalf("%s, %v", waiting.raw, challenge)
	}
	w.cookies["WAITING"] = challenge
	if a := w.good("WAITING", `{ me { id } secondFactorChallenge { attemptsLeft } }`, nil); a.at("me") != nil || a.at("secondFactorChallenge.attemptsLeft") != 5.0 {
		t.Errorf("%s", a.raw)
	}
	const complete = `mutation ($i: CompleteSignInInput!) { completeSignIn(input: $i) { me { email } userErrors { code } } }`
	if a := w.ask("WAITING", complete, given("code", app.Code(today))); len(a.userErrors()) != 1 || a.userErrors()[0] != "SECOND_FACTOR_WRONG" {
		t.Errorf("the code that turned it on works again: %s", a.raw)
	}
	done := w.good("WAITING", complete, given("code", app.Code(today.Add(30*time.Second))))
	var session, cleared *http.Cookie
	for _, line := range done.header.Values("Set-Cookie") {
		c, err := http.ParseSetCookie(line)
		w.must(err)
		if c.Name == "latchkey" {
			session = c
		} else {
			cleared = c
		}
	}
	if session == nil || cleared == nil || cleared.Name != challenge.Name || cleared.MaxAge >= 0 {
		t.Fatalf("%v", done.header)
	}
	w.cookies["OWNER"] = session
	off := w.good("OWNER", `mutation ($i: DisableTotpInput!) { disableTotp(input: $i) { me { secondFactor { totpSince recoveryCodesLeft } } userErrors { code } } }`,
		given("recoveryCode", codes[0].(string)))
	if off.at("disableTotp.me.secondFactor.totpSince") != nil || off.at("disableTotp.me.secondFactor.recoveryCodesLeft") != 0.0 {
		t.Errorf("%s", off.raw)
	}
	w.cookie("ADMIN")
	log := strings.Join(w.accessLog(), "\n")
	for _, secret := range []string{begun.text("startTotpEnrollment.secret"), codes[0].(string), codes[1].(string), session.Value, challenge.Value} {
		if strings.Contains(log, secret) {
			t.Errorf("%q is in the log", secret)
		}
	}
}
