package session

import (
	"context"
	"fmt"
	"net/netip"
	"slices"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/secondfactor"
	"latchkey/internal/store"
)

// CheckSecondFactors fails when what is stored cannot be opened with the keys of
// the service: people would be kept out.
func (s *Service) CheckSecondFactors(ctx context.Context) error {
	inUse, err := s.store.TOTPKeys(ctx)
	if err != nil {
		return err
	}
	for _, k := range inUse {
		wrong := ""
		if !slices.Contains(s.factors.keys.IDs(), k.Sample.Key) {
			wrong = "lacks the key " + k.Sample.Key
		} else if _, err := s.secretOf(k.Sample); err != nil {
			wrong = "has other bytes for the key " + k.Sample.Key
		}
		if wrong != "" {
			return fmt.Errorf("the file of second-factor keys %s, which second factors are sealed under (people: %d): they could not sign in. "+
				"Put the line back. If that key is lost for good, `latchkey second-factor reset --under-key %[3]s` turns those second factors off",
				wrong, k.People, k.Sample.Key)
		}
	}
	return nil
}

// batch is how many second factors an operator's command reads at once.
const batch = 500

// ResealSecondFactors seals what is under older keys under the first one, and
// returns how many.
func (s *Service) ResealSecondFactors(ctx context.Context) (n int, err error) {
	if s.factors.keys.IsZero() {
		return 0, errNoKeys
	}
	err = s.eachNotUnder(ctx, s.factors.keys.IDs()[0], func(t store.TOTP) error {
		secret, err := s.secretOf(t)
		if err != nil {
			return err
		}
		sealed, err := s.factors.keys.Seal(secondfactor.ForTOTP, t.Person, secret.Bytes())
		if err != nil {
			return err
		}
		n++
		return s.store.ResealTOTP(ctx, t, sealed.Key, sealed.Box)
	})
	return n, err
}

// eachNotUnder calls f for each second factor that another key seals.
func (s *Service) eachNotUnder(ctx context.Context, key string, f func(store.TOTP) error) error {
	after := uuid.Nil
	for {
		some, err := s.store.TOTPsNotUnder(ctx, key, after, batch)
		if err != nil || len(some) == 0 {
			return err
		}
		for _, t := range some {
			if err := f(t); err != nil {
				return err
			}
			after = t.Person
		}
	}
}

// ResetSecondFactor turns a person's second factor off, for somebody who has lost
// both their app and their recovery codes. ok is false when it was off. by is who
// runs the command.
func (s *Service) ResetSecondFactor(ctx context.Context, email string, by audit.Text) (ok bool, err error) {
	p, _, err := s.store.PersonByEmail(ctx, emailKey(email))
	if err != nil {
		return false, err
	}
	if p.ID == uuid.Nil {
		return false, ErrNobody
	}
	return s.store.ResetTOTP(ctx, p.ID, s.resetBy(p, by))
}

// ResetSecondFactorsUnder turns those off that a lost key seals, and returns how many.
func (s *Service) ResetSecondFactorsUnder(ctx context.Context, key string, by audit.Text) (n int, err error) {
	for {
		some, err := s.store.TOTPsUnder(ctx, key, batch)
		if err != nil || len(some) == 0 {
			return n, err
		}
		for _, p := range some {
			if _, err := s.store.ResetTOTP(ctx, p.ID, s.resetBy(p, by)); err != nil {
				return n, err
			}
			n++
		}
	}
}

func (s *Service) resetBy(p store.Person, by audit.Text) audit.Event {
	e := s.event(audit.SecondFactorDisabled, p, netip.Addr{})
	e.Actor = caller.Actor{Kind: caller.Operator, Label: string(by)}
	return e
}
