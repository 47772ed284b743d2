package session

import (
	"context"
	"net/netip"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// What stands against an invitation.
var (
	errInvitationOver = fault.New(fault.Conflict, "LINK_OVER",
		"This invitation has been accepted, cancelled or replaced, or its time is over. Ask whoever invited you for another one.").On("token")
	errOtherAddress = fault.New(fault.Conflict, "OTHER_ADDRESS",
		"This invitation is for another e-mail address than yours. Sign out, and follow the link again.")
	errSignInFirst = fault.New(fault.Conflict, "SIGN_IN_FIRST",
		"There is an account with this e-mail address. Sign in with it, and follow the link again.")
	errTooManyWorkspaces = fault.New(fault.Conflict, "TOO_MANY_WORKSPACES", "You belong to as many workspaces as one may. Leave one first.")
)

// Invitation is what somebody with its link is shown.
type Invitation struct {
	store.FoundInvitation
	HasAccount bool // somebody with the address can sign in
}

// Invitation returns what the link with a token is about; ok is false when it is over.
func (s *Service) Invitation(ctx context.Context, t Token) (i Invitation, ok bool, err error) {
	i.FoundInvitation, err = s.invitationOf(ctx, t)
	if f, isFault := fault.As(err); isFault && f.Code == errInvitationOver.Code {
		return Invitation{}, false, nil
	}
	if err != nil {
		return Invitation{}, false, err
	}
	p, _, err := s.store.PersonByEmail(ctx, i.EmailKey)
	i.HasAccount = p.ID != uuid.Nil
	return i, err == nil, err
}

func (s *Service) invitationOf(ctx context.Context, t Token) (store.FoundInvitation, error) {
	if t.IsZero() {
		return store.FoundInvitation{}, errInvitationOver
	}
	return s.invitationBy(ctx, t.hash())
}

func (s *Service) invitationBy(ctx context.Context, hash []byte) (store.FoundInvitation, error) {
	i, ok, err := s.store.InvitationOf(ctx, hash)
	if err == nil && (!ok || !s.now().Before(i.ExpiresAt)) {
		err = errInvitationOver
	}
	return i, err
}

// AcceptInvitation is somebody who follows an invitation's link. Name and password are
// for somebody who is no person yet.
type AcceptInvitation struct {
	Token     Token // of the link
	Name      string
	Password  Password
	Address   netip.Addr
	UserAgent string
}

// AcceptInvitation makes whoever is signed in a member, when the invitation is for their
// address. When nobody is (the zero Signed) and nobody has the address, it makes a new
// person and signs them in; the token is then theirs, and otherwise none.
func (s *Service) AcceptInvitation(ctx context.Context, signed Signed, in AcceptInvitation) (t Token, now Signed, workspace uuid.UUID, err error) {
	i, err := s.invitationOf(ctx, in.Token)
	if err != nil {
		return Token{}, Signed{}, uuid.Nil, err
	}
	if signed.person.ID == uuid.Nil {
		p, err := s.acceptAsNew(ctx, i, in)
		if err != nil {
			return Token{}, Signed{}, uuid.Nil, err
		}
		t, now, err = s.start(ctx, first{person: p, at: s.now()}, SignIn{Address: in.Address, UserAgent: in.UserAgent}, true)
		return t, now, i.Workspace, err
	}
	switch {
	case emailKey(signed.person.Email) != i.EmailKey:
		return Token{}, Signed{}, uuid.Nil, errOtherAddress
	case len(signed.memberships) >= store.MaxMemberships:
		return Token{}, Signed{}, uuid.Nil, errTooManyWorkspaces
	}
	if err := s.join(ctx, i, signed.person, in.Address, newcomer{}); err != nil {
		return Token{}, Signed{}, uuid.Nil, err
	}
	signed.memberships, err = s.store.Memberships(ctx, signed.person.ID)
	return Token{}, signed, i.Workspace, err
}

func (s *Service) acceptAsNew(ctx context.Context, i store.FoundInvitation, in AcceptInvitation) (store.Person, error) {
	switch known, _, err := s.store.PersonByEmail(ctx, i.EmailKey); {
	case err != nil:
		return store.Person{}, err
	case known.ID != uuid.Nil:
		return store.Person{}, errSignInFirst
	}
	p, hash, err := s.newPerson(ctx, i.Email, in.Name, in.Password)
	if err != nil {
		return store.Person{}, err
	}
	err = s.join(ctx, i, p, in.Address, newcomer{hash: hash, events: []audit.Event{s.created(audit.PersonCreated, p, in.Address)}})
	if store.Violates(err, store.PersonEmail) {
		err = errSignInFirst
	}
	return p, err
}

// newcomer is what a person is made with who joins: what they sign in with, and what of it is
// written down. The zero newcomer is for somebody who is a person already.
type newcomer struct {
	hash     string          // of the password; "": none
	identity *store.Identity // nil: none
	events   []audit.Event
}

// add makes the person. The operator's chain is locked last, so its events come later.
func (n newcomer) add(ctx context.Context, tx *store.Tx, p store.Person, emailKey string, at time.Time) error {
	if len(n.events) == 0 {
		return nil
	}
	if err := tx.AddPerson(ctx, p, emailKey, n.hash, at); err != nil || n.identity == nil {
		return err
	}
	return tx.AddIdentity(ctx, *n.identity)
}

// join makes a person a member, and ends the invitation. Lock order: workspace, its
// audit chain, the operator's.
func (s *Service) join(ctx context.Context, i store.FoundInvitation, p store.Person, from netip.Addr, n newcomer) error {
	who := caller.OfMember(i.Workspace, p.ID, p.Email, i.Role, from)
	return s.store.InWorkspace(ctx, who, func(ctx context.Context, tx *store.Tx) error {
		if _, ok, err := tx.LockWorkspace(ctx); err != nil || !ok {
			return orOver(err)
		}
		// Under the lock nobody accepts, cancels or replaces it besides.
		current, ok, err := tx.Invitation(ctx, i.ID)
		if err != nil || !ok {
			return orOver(err)
		}
		if err := n.add(ctx, tx, p, i.EmailKey, s.now()); err != nil {
			return err
		}
		if err := s.joined(ctx, tx, p, current.Role); err != nil {
			return err
		}
		if err := tx.EndInvitation(ctx, i.ID); err != nil {
			return err
		}
		return tx.OperatorEvents(ctx, n.events...)
	})
}

// joined adds the member, and the event of it. Somebody who is one already stays as they are.
func (s *Service) joined(ctx context.Context, tx *store.Tx, p store.Person, role caller.Role) error {
	switch is, err := tx.HasMember(ctx, p.ID); {
	case err != nil:
		return err
	case is:
		return nil
	}
	if err := tx.AddMember(ctx, p.ID, role, s.now()); err != nil {
		return err
	}
	_, err := tx.Audit(ctx, audit.Event{
		At: s.now(), Actor: tx.Caller().Actor(), Address: tx.Caller().Address(), Action: audit.MemberJoined,
		Target: audit.Target{Kind: audit.Person, ID: p.ID, Label: audit.Text(p.Email)},
		After:  audit.Values{{Name: "role", Text: audit.Text(role)}},
	})
	return err
}

func orOver(err error) error {
	if err != nil {
		return err
	}
	return errInvitationOver
}
