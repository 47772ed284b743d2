package graph

import (
	"context"

	"github.com/mileusna/useragent"

	"latchkey/graph/model"
	"latchkey/internal/session"
	"latchkey/internal/workspace"
)

// SignUpOptions implements the query.
func (q query) SignUpOptions(context.Context) (*model.SignUpOptions, error) {
	return &model.SignUpOptions{
		SignUp: q.sessions.SignsUp(), Mail: q.sessions.RequireMail() == nil, ShortestPassword: session.ShortestPassword,
	}, nil
}

// Invitation implements the query.
func (q query) Invitation(ctx context.Context, text string) (*model.InvitationPreview, error) {
	i, ok, err := q.sessions.Invitation(ctx, session.ParseToken(text))
	if err != nil || !ok {
		return nil, err
	}
	return &model.InvitationPreview{
		WorkspaceName: i.WorkspaceName, InvitedBy: i.InvitedBy, Email: i.Email, Role: model.Role(i.Role),
		ExpiresAt: i.ExpiresAt, HasAccount: i.HasAccount,
	}, nil
}

// AcceptInvitation implements the mutation.
func (m mutation) AcceptInvitation(ctx context.Context, in model.AcceptInvitationInput) (*model.AcceptInvitationPayload, error) {
	r := requestOf(ctx)
	token, signed, of, err := m.sessions.AcceptInvitation(ctx, r.signed, session.AcceptInvitation{
		Token: session.ParseToken(in.Token), Name: or(in.Name, ""), Password: session.NewPassword(or(in.Password, "")), Address: r.address, UserAgent: r.userAgent,
	})
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.AcceptInvitationPayload{UserErrors: wrong}, err
	}
	if token.IsZero() {
		token = r.token
	}
	m.keep(r, token, signed)
	joined, ok := find(ctx, func(m workspace.Membership) bool { return m.Workspace == of })
	shown := &model.AcceptInvitationPayload{Me: me(r), UserErrors: wrong}
	if ok {
		shown.Workspace = workspaceOfMember(joined)
	}
	return shown, nil
}

// keep gives the browser a session.
func (m mutation) keep(r *request, token session.Token, signed session.Signed) {
	m.cookies.Set(r.writer, token)
	r.token, r.signed, r.signedIn = token, signed, true
}

// SignUp implements the mutation.
func (m mutation) SignUp(ctx context.Context, in model.SignUpInput) (*model.SignUpPayload, error) {
	wrong, err := expected(m.sessions.SignUp(ctx, session.SignUp{
		Email: in.Email, Name: in.Name, Password: session.NewPassword(in.Password), Address: requestOf(ctx).address,
	}))
	return &model.SignUpPayload{UserErrors: wrong}, err
}

// ConfirmSignUp implements the mutation.
func (m mutation) ConfirmSignUp(ctx context.Context, in model.ConfirmSignUpInput) (*model.ConfirmSignUpPayload, error) {
	r := requestOf(ctx)
	token, signed, err := m.sessions.ConfirmSignUp(ctx, session.ConfirmSignUp{
		Token: session.ParseToken(in.Token), Password: session.NewPassword(in.Password), Address: r.address, UserAgent: r.userAgent, Replaces: r.token,
	})
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.ConfirmSignUpPayload{UserErrors: wrong}, err
	}
	m.keep(r, token, signed)
	return &model.ConfirmSignUpPayload{Me: me(r), UserErrors: wrong}, nil
}

// RequestPasswordReset implements the mutation.
func (m mutation) RequestPasswordReset(ctx context.Context, in model.RequestPasswordResetInput) (*model.RequestPasswordResetPayload, error) {
	wrong, err := expected(m.sessions.RequestPasswordReset(ctx, in.Email, requestOf(ctx).address))
	return &model.RequestPasswordResetPayload{UserErrors: wrong}, err
}

// ResetPassword implements the mutation.
func (m mutation) ResetPassword(ctx context.Context, in model.ResetPasswordInput) (*model.ResetPasswordPayload, error) {
	wrong, err := expected(m.sessions.ResetPassword(ctx, session.ParseToken(in.Token), session.NewPassword(in.Password), requestOf(ctx).address))
	return &model.ResetPasswordPayload{UserErrors: wrong}, err
}

// ChangePassword implements the mutation.
func (m mutation) ChangePassword(ctx context.Context, in model.ChangePasswordInput) (*model.ChangePasswordPayload, error) {
	r := requestOf(ctx)
	token, signed, err := m.sessions.ChangePassword(ctx, r.signed, r.token, session.ChangePassword{
		Current: session.NewPassword(in.CurrentPassword), New: session.NewPassword(in.NewPassword), Address: r.address,
	})
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.ChangePasswordPayload{UserErrors: wrong}, err
	}
	m.keep(r, token, signed)
	return &model.ChangePasswordPayload{Me: me(r), UserErrors: wrong}, nil
}

// Sessions implements the field.
func (m inMe) Sessions(ctx context.Context, _ *model.Me) ([]*model.Session, error) {
	signed := requestOf(ctx).signed
	all, err := m.sessions.Sessions(ctx, signed)
	shown := []*model.Session{}
	for _, s := range all {
		shown = append(shown, &model.Session{
			ID: s.ID.String(), Device: device(s.UserAgent), UserAgent: s.UserAgent, ClientIP: orNull(s.Address),
			SignedInAt: s.CreatedAt, LastSeenAt: s.LastSeenAt, EndsAt: s.ExpiresAt, IsCurrent: s.ID == signed.Session(),
		})
	}
	return shown, err
}

// device is a browser in the words of people.
func device(userAgent string) string {
	switch ua := useragent.Parse(userAgent); {
	case ua.Name == "" && ua.OS == "":
		return "Unknown"
	case ua.OS == "":
		return ua.Name
	case ua.Name == "":
		return ua.OS
	default:
		return ua.Name + " on " + ua.OS
	}
}

// EndSession implements the mutation.
func (m mutation) EndSession(ctx context.Context, in model.EndSessionInput) (*model.EndSessionPayload, error) {
	r := requestOf(ctx)
	id, ok := parsePlainID(in.ID)
	if !ok {
		return nil, errNotFound
	}
	wrong, err := expected(m.sessions.EndSession(ctx, r.signed, id, r.address))
	if err != nil || len(wrong) > 0 {
		return &model.EndSessionPayload{UserErrors: wrong}, err
	}
	if id == r.signed.Session() {
		m.signedOut(r)
	}
	return &model.EndSessionPayload{Me: me(r), UserErrors: wrong}, nil
}

// signedOut takes the session from the browser.
func (m mutation) signedOut(r *request) {
	m.cookies.Clear(r.writer)
	r.token, r.signed, r.signedIn = session.Token{}, session.Signed{}, false
}

// EndOtherSessions implements the mutation.
func (m mutation) EndOtherSessions(ctx context.Context) (*model.EndOtherSessionsPayload, error) {
	r := requestOf(ctx)
	n, err := m.sessions.EndOtherSessions(ctx, r.signed, r.address)
	if err != nil {
		return nil, err
	}
	return &model.EndOtherSessionsPayload{Ended: n, Me: me(r), UserErrors: []*model.UserError{}}, nil
}
