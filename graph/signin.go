package graph

import (
	"context"
	"errors"

	"latchkey/graph/model"
	"latchkey/internal/session"
)

// Me implements the query.
func (q query) Me(ctx context.Context) (*model.Me, error) {
	return me(requestOf(ctx)), nil
}

// SignIn implements the mutation.
func (m mutation) SignIn(ctx context.Context, in model.SignInInput) (*model.SignInPayload, error) {
	r := requestOf(ctx)
	with := r.attempt()
	with.Email, with.Password = in.Email, session.NewPassword(in.Password)
	token, signed, err := m.sessions.SignIn(ctx, with)
	return m.signedIn(r, token, signed, err)
}

// attempt is an attempt to sign in with this request, but for who it is.
func (r *request) attempt() session.SignIn {
	return session.SignIn{Address: r.address, UserAgent: r.userAgent, Replaces: r.token}
}

// signedIn answers with what came of signing in, and gives the browser its cookie.
func (m mutation) signedIn(r *request, token session.Token, signed session.Signed, err error) (*model.SignInPayload, error) {
	if waits := (*session.FactorRequired)(nil); errors.As(err, &waits) {
		return m.waits(r, waits), nil
	}
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.SignInPayload{UserErrors: wrong}, err
	}
	m.cookies.Set(r.writer, token)
	r.token, r.signed, r.signedIn = token, signed, true
	return &model.SignInPayload{Me: me(r), UserErrors: wrong}, nil
}

// Reauthenticate implements the mutation.
func (m mutation) Reauthenticate(ctx context.Context, in model.ReauthenticateInput) (*model.ReauthenticatePayload, error) {
	r := requestOf(ctx)
	token, signed, err := m.sessions.Reauthenticate(ctx, r.signed, r.token, session.NewPassword(in.Password), factor(in.Code, in.RecoveryCode), r.address)
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.ReauthenticatePayload{UserErrors: wrong}, err
	}
	m.cookies.Set(r.writer, token)
	r.token, r.signed = token, signed
	return &model.ReauthenticatePayload{Me: me(r), UserErrors: wrong}, nil
}

// SignOut implements the mutation.
func (m mutation) SignOut(ctx context.Context) (*model.SignOutPayload, error) {
	r := requestOf(ctx)
	if err := m.sessions.SignOut(ctx, r.token, r.address); err != nil {
		return nil, err
	}
	m.cookies.Clear(r.writer)
	r.token, r.signed, r.signedIn = session.Token{}, session.Signed{}, false
	return &model.SignOutPayload{UserErrors: []*model.UserError{}}, nil
}

// me is the person who is signed in, and nil when nobody is.
func me(r *request) *model.Me {
	if !r.signedIn {
		return nil
	}
	p := r.signed.Person()
	shown := &model.Me{ID: p.ID.String(), Email: p.Email, Name: p.Name, Version: p.Version, IsStaff: p.IsStaff,
		RecentUntil: r.signed.RecentUntil(), Memberships: []*model.Membership{}}
	for _, m := range r.signed.Memberships() {
		shown.Memberships = append(shown.Memberships, &model.Membership{Workspace: workspaceOfMember(m), Role: model.Role(m.Role)})
	}
	return shown
}
