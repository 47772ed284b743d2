package graph

import (
	"context"

	"latchkey/graph/model"
	"latchkey/internal/session"
)

// SignInMethods implements the query.
func (q query) SignInMethods(context.Context) (*model.SignInMethods, error) {
	shown := &model.SignInMethods{Providers: []*model.SignInProvider{}}
	for _, p := range q.sessions.Providers() {
		shown.Providers = append(shown.Providers, provider(p))
	}
	return shown, nil
}

func provider(p session.ProviderInfo) *model.SignInProvider {
	return &model.SignInProvider{Name: p.Name, Label: p.Label, StartPath: "/auth/oidc/" + p.Name + "/start", SignUp: p.SignUp}
}

// Identities implements the field.
func (m inMe) Identities(ctx context.Context, _ *model.Me) ([]*model.Identity, error) {
	shown := []*model.Identity{}
	own, err := m.sessions.Identities(ctx, requestOf(ctx).signed)
	for _, i := range own {
		one := &model.Identity{ID: i.ID.String(), Issuer: i.Issuer, Account: i.Account, LinkedAt: i.LinkedAt, LastUsedAt: i.LastUsedAt}
		if i.Provider != nil {
			one.Provider = provider(*i.Provider)
		}
		shown = append(shown, one)
	}
	return shown, err
}

// LinkIdentity implements the mutation.
func (m mutation) LinkIdentity(ctx context.Context, in model.LinkIdentityInput) (*model.LinkIdentityPayload, error) {
	r := requestOf(ctx)
	d, err := m.sessions.StartLink(ctx, r.signed, in.Provider, in.ReturnTo)
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.LinkIdentityPayload{UserErrors: wrong}, err
	}
	m.cookies.SetFlow(r.writer, d.Kept)
	return &model.LinkIdentityPayload{URL: &d.URL, UserErrors: wrong}, nil
}

// AcceptInvitationWithProvider implements the mutation.
func (m mutation) AcceptInvitationWithProvider(ctx context.Context, in model.AcceptInvitationWithProviderInput) (*model.AcceptInvitationWithProviderPayload, error) {
	d, err := m.sessions.StartAcceptance(ctx, session.ParseToken(in.Token), in.Provider, in.ReturnTo)
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.AcceptInvitationWithProviderPayload{UserErrors: wrong}, err
	}
	m.cookies.SetFlow(requestOf(ctx).writer, d.Kept)
	return &model.AcceptInvitationWithProviderPayload{URL: &d.URL, UserErrors: wrong}, nil
}

// UnlinkIdentity implements the mutation.
func (m mutation) UnlinkIdentity(ctx context.Context, in model.UnlinkIdentityInput) (*model.UnlinkIdentityPayload, error) {
	r := requestOf(ctx)
	id, ok := parsePlainID(in.ID)
	if !ok {
		return nil, errNotFound
	}
	wrong, err := expected(m.sessions.Unlink(ctx, r.signed, id, r.address))
	if err != nil || len(wrong) > 0 {
		return &model.UnlinkIdentityPayload{UserErrors: wrong}, err
	}
	return &model.UnlinkIdentityPayload{Me: me(r), UserErrors: wrong}, nil
}
