package graph

import (
	"context"

	"latchkey/graph/model"
	"latchkey/internal/session"
)

// UpdateMe implements the mutation.
func (m mutation) UpdateMe(ctx context.Context, in model.UpdateMeInput) (*model.UpdateMePayload, error) {
	r := requestOf(ctx)
	signed, err := m.sessions.Rename(ctx, r.signed, in.ExpectedVersion, in.Name, r.address)
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.UpdateMePayload{UserErrors: wrong}, err
	}
	r.signed = signed
	return &model.UpdateMePayload{Me: me(r), UserErrors: wrong}, nil
}

// AskEmailChange implements the mutation.
func (m mutation) AskEmailChange(ctx context.Context, in model.AskEmailChangeInput) (*model.AskEmailChangePayload, error) {
	r := requestOf(ctx)
	wrong, err := expected(m.sessions.AskEmailChange(ctx, r.signed, in.Email, r.address))
	if err != nil || len(wrong) > 0 {
		return &model.AskEmailChangePayload{UserErrors: wrong}, err
	}
	return &model.AskEmailChangePayload{Me: me(r), UserErrors: wrong}, nil
}

// ConfirmEmailChange implements the mutation.
func (m mutation) ConfirmEmailChange(ctx context.Context, in model.ConfirmEmailChangeInput) (*model.ConfirmEmailChangePayload, error) {
	r := requestOf(ctx)
	signed, err := m.sessions.ConfirmEmailChange(ctx, r.signed, session.ParseToken(in.Token), r.address)
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.ConfirmEmailChangePayload{UserErrors: wrong}, err
	}
	r.signed = signed
	return &model.ConfirmEmailChangePayload{Me: me(r), UserErrors: wrong}, nil
}

// CancelEmailChange implements the mutation.
func (m mutation) CancelEmailChange(ctx context.Context) (*model.CancelEmailChangePayload, error) {
	r := requestOf(ctx)
	if err := m.sessions.CancelEmailChange(ctx, r.signed, r.address); err != nil {
		return nil, err
	}
	return &model.CancelEmailChangePayload{Me: me(r), UserErrors: []*model.UserError{}}, nil
}

// EmailChange implements the field.
func (m inMe) EmailChange(ctx context.Context, _ *model.Me) (*model.EmailChange, error) {
	c, waits, err := m.sessions.EmailChange(ctx, requestOf(ctx).signed)
	if err != nil || !waits {
		return nil, err
	}
	return &model.EmailChange{Email: c.Email, AskedAt: c.CreatedAt, ExpiresAt: c.ExpiresAt}, nil
}
