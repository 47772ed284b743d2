package main

import (
	"context"
	"errors"
	"fmt"

	"latchkey/internal/secondfactor"
	"latchkey/internal/session"
)

type secondFactorCommand struct {
	Reset  secondFactorResetCommand  `cmd:"" help:"Turn a person's second factor off, when they have lost their app and their recovery codes. Make sure that it is they who ask."`
	Reseal secondFactorResealCommand `cmd:"" help:"Seal second factors that are under older keys of the file under its first one. The older ones can go afterwards."`
}

type secondFactorResetCommand struct {
	operatorDatabase
	Email    string `arg:"" optional:"" help:"The address that they sign in with."`
	UnderKey string `placeholder:"ID" help:"Instead of one person's, turn off all that are sealed under this key, which is lost for good."`
}

// Run takes a person or a key, and not both.
func (c *secondFactorResetCommand) Run(ctx context.Context, to console) error {
	if (c.Email == "") == (c.UnderKey == "") {
		return errors.New("name either a person's e-mail address or, with --under-key, a key")
	}
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close() //nolint:errcheck // nothing is left to lose
	people, err := session.New(st, session.Options{})
	if err != nil {
		return err
	}
	if c.UnderKey != "" {
		n, err := people.ResetSecondFactorsUnder(ctx, c.UnderKey, "latchkey second-factor")
		fmt.Fprintf(to.out, "Second factors that are off now: %d.\n", n)
		return err
	}
	on, err := people.ResetSecondFactor(ctx, c.Email, "latchkey second-factor")
	switch {
	case err != nil:
		return err
	case !on:
		fmt.Fprintln(to.out, "It was off already.")
		return nil
	}
	fmt.Fprintln(to.out, "It is off: the password is enough to sign in.")
	return nil
}

type secondFactorResealCommand struct {
	operatorDatabase
	SecondFactorKeys string `name:"second-factor-keys-file" required:"" env:"LATCHKEY_SECOND_FACTOR_KEYS_FILE" placeholder:"FILE" help:"The second-factor keys of the admin plane."`
}

// Run may be cut short and run again.
func (c *secondFactorResealCommand) Run(ctx context.Context, to console) error {
	keys, err := readSecondFactorKeys(c.SecondFactorKeys)
	if err != nil {
		return err
	}
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close() //nolint:errcheck // nothing is left to lose
	people, err := session.New(st, session.Options{SecondFactorKeys: keys})
	if err != nil {
		return err
	}
	n, err := people.ResealSecondFactors(ctx)
	if err != nil {
		return fmt.Errorf("after %d second factors: %w", n, err)
	}
	fmt.Fprintf(to.out, "Second factors that were sealed anew: %d. All are under %s now.\n", n, keys.IDs()[0])
	return nil
}

// readSecondFactorKeys reads the file that holds them.
func readSecondFactorKeys(path string) (secondfactor.Keys, error) {
	return readKeys("second-factor keys", path, secondfactor.ParseKeys)
}
