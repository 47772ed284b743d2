package graph

import (
	"context"

	"latchkey/graph/model"
	"latchkey/internal/session"
)

// SecondFactorChallenge implements the query.
func (q query) SecondFactorChallenge(ctx context.Context) (*model.SecondFactorChallenge, error) {
	c, ok, err := q.sessions.OpenChallenge(ctx, requestOf(ctx).challenge)
	if err != nil || !ok {
		return nil, err
	}
	return challenge(c), nil
}

func challenge(c session.Challenge) *model.SecondFactorChallenge {
	return &model.SecondFactorChallenge{ExpiresAt: c.Until, AttemptsLeft: c.AttemptsLeft}
}

// waits gives the browser the cookie of a sign-in whose second factor is missing.
func (m mutation) waits(r *request, w *session.FactorRequired) *model.SignInPayload {
	m.cookies.SetChallenge(r.writer, w.Token)
	r.challenge = w.Token
	return &model.SignInPayload{SecondFactor: challenge(w.Challenge), UserErrors: []*model.UserError{}}
}

// CompleteSignIn implements the mutation.
func (m mutation) CompleteSignIn(ctx context.Context, in model.CompleteSignInInput) (*model.SignInPayload, error) {
	r := requestOf(ctx)
	token, signed, err := m.sessions.CompleteSignIn(ctx, r.challenge, factor(in.Code, in.RecoveryCode), r.attempt())
	if err == nil {
		m.cookies.ClearChallenge(r.writer)
		r.challenge = session.Token{}
	}
	return m.signedIn(r, token, signed, err)
}

func factor(code, recovery *string) session.Factor {
	return session.NewFactor(or(code, ""), or(recovery, ""))
}

// StartTotpEnrollment implements the mutation.
func (m mutation) StartTotpEnrollment(ctx context.Context) (*model.StartTotpEnrollmentPayload, error) {
	begun, err := m.sessions.StartTOTP(ctx, requestOf(ctx).signed)
	wrong, err := expected(err)
	return &model.StartTotpEnrollmentPayload{Secret: begun.Secret, URI: begun.URI, UserErrors: wrong}, err
}

// ConfirmTotpEnrollment implements the mutation.
func (m mutation) ConfirmTotpEnrollment(ctx context.Context, in model.ConfirmTotpEnrollmentInput) (*model.ConfirmTotpEnrollmentPayload, error) {
	r := requestOf(ctx)
	codes, err := m.sessions.ConfirmTOTP(ctx, r.signed, in.Code, r.address)
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.ConfirmTotpEnrollmentPayload{UserErrors: wrong}, err
	}
	return &model.ConfirmTotpEnrollmentPayload{RecoveryCodes: codes, Me: me(r), UserErrors: wrong}, nil
}

// DisableTotp implements the mutation.
func (m mutation) DisableTotp(ctx context.Context, in model.DisableTotpInput) (*model.DisableTotpPayload, error) {
	r := requestOf(ctx)
	wrong, err := expected(m.sessions.DisableTOTP(ctx, r.signed, factor(in.Code, in.RecoveryCode), r.address))
	if err != nil || len(wrong) > 0 {
		return &model.DisableTotpPayload{UserErrors: wrong}, err
	}
	return &model.DisableTotpPayload{Me: me(r), UserErrors: wrong}, nil
}

// RegenerateRecoveryCodes implements the mutation.
func (m mutation) RegenerateRecoveryCodes(ctx context.Context, in model.RegenerateRecoveryCodesInput) (*model.RegenerateRecoveryCodesPayload, error) {
	r := requestOf(ctx)
	codes, err := m.sessions.RegenerateRecoveryCodes(ctx, r.signed, factor(in.Code, in.RecoveryCode), r.address)
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.RegenerateRecoveryCodesPayload{UserErrors: wrong}, err
	}
	return &model.RegenerateRecoveryCodesPayload{RecoveryCodes: codes, Me: me(r), UserErrors: wrong}, nil
}

// SecondFactor implements the field.
func (m inMe) SecondFactor(ctx context.Context, _ *model.Me) (*model.SecondFactor, error) {
	own, err := m.sessions.SecondFactorOf(ctx, requestOf(ctx).signed)
	if err != nil {
		return nil, err
	}
	return &model.SecondFactor{TotpSince: orNull(own.Since), RecoveryCodesLeft: own.RecoveryCodesLeft}, nil
}
