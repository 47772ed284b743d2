package session_test

import (
	"encoding/base64"
	"encoding/hex"
	"errors"
	"strings"
	"testing"

	"latchkey/internal/secondfactor"
	"latchkey/internal/session"
)

// What is stored opens with the key that sealed it, for the person it is of.
func TestTheKeysOfSecondFactors(t *testing.T) {
	h := newHouse(t)
	a := h.enrol(t, h.signed(t, h.mustSignIn(t)))
	with := func(keys secondfactor.Keys) *house {
		s, err := session.New(h.store, session.Options{Now: h.clock.now, WeakPasswords: true, SecondFactorKeys: keys})
		if err != nil {
			t.Fatal(err)
		}
		return &house{s, h.clock, h.db, h.store}
	}
	newer := with(factorKeys(t, "new", "old"))
	if err := newer.CheckSecondFactors(t.Context()); err != nil {
		t.Error(err)
	}
	if _, err := newer.complete(t, newer.challenge(t), code(a.next())); err != nil {
		t.Errorf("when another key seals: %v", err)
	}
	if n, err := newer.ResealSecondFactors(t.Context()); n != 1 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	if n, err := newer.ResealSecondFactors(t.Context()); n != 0 || err != nil {
		t.Errorf("sealed anew twice: %d, %v", n, err)
	}
	onlyNew := with(factorKeys(t, "new"))
	if _, err := onlyNew.complete(t, onlyNew.challenge(t), code(a.next())); err != nil {
		t.Errorf("after the old key went: %v", err)
	}
	wrongBytes, err := secondfactor.ParseKeys(strings.NewReader("new " + base64.StdEncoding.EncodeToString(make([]byte, 32))))
	if err != nil {
		t.Fatal(err)
	}
	for what, keys := range map[string]secondfactor.Keys{"lacks the key new": factorKeys(t, "old"), "has other bytes for the key new": wrongBytes} {
		wrong := with(keys)
		if err := wrong.CheckSecondFactors(t.Context()); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
		if _, err := wrong.complete(t, wrong.challenge(t), code(a.next())); err == nil || errors.Is(err, session.ErrFactorWrong) {
			t.Errorf("%s: a code is judged: %v", what, err)
		}
	}
	bob, err := h.CreatePerson(t.Context(), "bob@example.com", "Bob", session.NewPassword(password))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.db.ExecContext(t.Context(), `INSERT INTO latchkey.totp (person_id, key_id, sealed, started_at, confirmed_at)
		SELECT $1, key_id, sealed, started_at, confirmed_at FROM latchkey.totp`, bob.ID); err != nil {
		t.Fatal(err)
	}
	_, err = h.signIn(t, bob.Email, password)
	waits := (*session.FactorRequired)(nil)
	if !errors.As(err, &waits) {
		t.Fatal(err)
	}
	if _, err := onlyNew.complete(t, waits.Token, code(a.next())); !errors.Is(err, secondfactor.ErrNotOpened) {
		t.Errorf("a row that was copied to somebody else opens: %v", err)
	}
	if n, err := h.ResetSecondFactorsUnder(t.Context(), "new", "test"); n != 2 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	h.mustSignIn(t)
}

func TestAnOperatorTurnsItOff(t *testing.T) {
	h := newHouse(t)
	h.enrol(t, h.signed(t, h.mustSignIn(t)))
	for _, on := range []bool{true, false} {
		if ok, err := h.ResetSecondFactor(t.Context(), strings.ToUpper(email), "test"); ok != on || err != nil {
			t.Errorf("%v, %v", ok, err)
		}
	}
	h.mustSignIn(t)
	if _, err := h.ResetSecondFactor(t.Context(), "nobody@example.com", "test"); !errors.Is(err, session.ErrNobody) {
		t.Error(err)
	}
	if n := h.count(t, `SELECT count(*) FROM latchkey.operator_event WHERE action = 'second_factor.disabled' AND actor_id IS NULL`); n != 1 {
		t.Errorf("%d events of the operator's", n)
	}
}

// Neither the app's secret, nor a code, nor a token stands anywhere in the database.
func TestSecondFactorsAreNotStoredAsTheyAre(t *testing.T) {
	h := newHouse(t)
	a := h.enrol(t, h.signed(t, h.mustSignIn(t)))
	h.challenge(t)
	if _, err := h.complete(t, h.challenge(t), recovery(a.recovery[1])); err != nil {
		t.Fatal(err)
	}
	all := everything(t, h)
	for _, secret := range append(a.recovery, a.secret.Text().Reveal(), strings.ReplaceAll(a.recovery[0], "-", "")) {
		if strings.Contains(all, secret) || strings.Contains(all, hex.EncodeToString([]byte(secret))) {
			t.Errorf("%s is in the database", secret)
		}
	}
	if strings.Contains(all, hex.EncodeToString(a.secret.Bytes())) {
		t.Error("the app's secret is in the database")
	}
}

// everything is all rows of people, as text; bytes are in hexadecimal digits.
func everything(t *testing.T, h *house) (all string) {
	t.Helper()
	for _, table := range []string{"person", "session", "identity", "totp", "recovery_code", "sign_in_challenge", "operator_event"} {
		var rows string
		if err := h.db.QueryRowContext(t.Context(), `SELECT COALESCE(string_agg(t::text, E'\n'), '') FROM latchkey.`+table+` t`).Scan(&rows); err != nil {
			t.Fatal(err)
		}
		all += rows
	}
	return all
}
