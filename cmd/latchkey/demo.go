package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"latchkey/internal/admin"
	"latchkey/internal/apikey"
	"latchkey/internal/cluster"
	"latchkey/internal/session"
	"latchkey/internal/store"
)

// demo is who may sign in to the demo workspace.
type demo struct {
	Email       string `json:"email"`
	Password    string `json:"password"`
	WorkspaceID string `json:"workspaceId"`
}

// seed makes the demo workspace and its owner on first start. What the owner
// signs in with is written down first, so that a start that was cut short is
// taken up by the next one.
func seed(ctx context.Context, url string, scheme apikey.Scheme, peppers apikey.Peppers, files files) (d demo, err error) {
	known, err := files.readJSON(demoFile, &d)
	if err != nil || d.WorkspaceID != "" {
		return d, err
	}
	if !known {
		d = demo{Email: "owner@acme.example", Password: password()}
		if err := files.writeJSON(demoFile, d); err != nil {
			return demo{}, err
		}
	}
	st, err := store.Open(ctx, url, store.Options{MaxConns: 2})
	if err != nil {
		return demo{}, err
	}
	defer st.Close() // nothing is left to lose
	sessions, err := session.New(st, session.Options{})
	if err != nil {
		return demo{}, err
	}
	owner, err := sessions.CreatePerson(ctx, d.Email, "Acme Owner", session.NewPassword(d.Password))
	if errors.Is(err, session.ErrEmailTaken) && !known {
		err := fmt.Errorf("the database has a demo owner already, whose password is not in %s: use the data directory that made it, or another database", files.dir)
		return demo{}, errors.Join(err, os.Remove(files.path(demoFile)))
	}
	if errors.Is(err, session.ErrEmailTaken) {
		owner, _, err = st.PersonByEmail(ctx, d.Email) // which is its own case-folded key
	}
	if err != nil {
		return demo{}, err
	}
	service := admin.New(st, cluster.NewBarrier(st), scheme, peppers, admin.Options{})
	made, err := service.CreateWorkspace(ctx, admin.Founder{ID: owner.ID, Email: owner.Email},
		admin.CreateWorkspace{Slug: "acme", Name: "Acme", TimeZone: "Europe/Warsaw", IdempotencyKey: "demo"})
	if err != nil {
		return demo{}, err
	}
	d.WorkspaceID = made.Workspace.ID.String()
	return d, files.writeJSON(demoFile, d)
}
