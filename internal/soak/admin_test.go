package soak_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"slices"
	"time"
)

// errAgain is a change that may not have happened, because something that was
// being disturbed did not answer.
var errAgain = errors.New("no answer that counts")

// propagation is what a change says of how far it has come.
type propagation struct {
	Nodes    int
	WaitedMs float64
	Complete bool
}

type payload struct {
	Workspace   struct{ ID string }
	APIKey      struct{ ID string }
	Secret      string
	Entries     []struct{ ID string }
	Propagation *propagation
	UserErrors  []struct{ Code, Message string }
}

func (p payload) failed(code string) bool {
	return slices.ContainsFunc(p.UserErrors, func(e struct{ Code, Message string }) bool { return e.Code == code })
}

// settings is the owner, signed in to the admin plane.
type settings struct {
	url    string
	client *http.Client
}

func signIn(ctx context.Context, addr string) (*settings, error) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	s := &settings{"http://" + addr + "/graphql", &http.Client{Jar: jar, Timeout: 15 * time.Second}}
	_, err = s.ask(ctx, "signIn", "SignInInput", "me { email }", map[string]any{"email": email, "password": password})
	return s, err
}

// change is ask for what changes access: it is done when all nodes honour it.
func (s *settings) change(ctx context.Context, mutation, input, selection string, values map[string]any) (payload, error) {
	p, err := s.ask(ctx, mutation, input, selection+" propagation { nodes waitedMs complete }", values)
	if err == nil && len(p.UserErrors) == 0 && (p.Propagation == nil || !p.Propagation.Complete) {
		return p, fmt.Errorf("%s has not come to every node: %w", mutation, errAgain)
	}
	return p, err
}

// ask sends one mutation. User errors are the caller's to judge.
func (s *settings) ask(ctx context.Context, mutation, input, selection string, values map[string]any) (payload, error) {
	body, err := json.Marshal(map[string]any{
		"query":     fmt.Sprintf("mutation($input: %s!) { result: %s(input: $input) { %s userErrors { code message } } }", input, mutation, selection),
		"variables": map[string]any{"input": values},
	})
	if err != nil {
		return payload{}, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url, bytes.NewReader(body))
	if err != nil {
		return payload{}, err
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := s.client.Do(r)
	if err != nil {
		return payload{}, errors.Join(errAgain, err)
	}
	defer answer.Body.Close() //nolint:errcheck // it was only read
	var out struct {
		Data   struct{ Result payload }
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.NewDecoder(answer.Body).Decode(&out); err != nil {
		return payload{}, errors.Join(errAgain, err)
	}
	if len(out.Errors) > 0 {
		e := out.Errors[0]
		err := fmt.Errorf("%s: %s: %s", mutation, e.Extensions.Code, e.Message)
		if e.Extensions.Code == "UNAVAILABLE" {
			return payload{}, errors.Join(errAgain, err)
		}
		return payload{}, err
	}
	return out.Data.Result, nil
}

// done refuses what has user errors.
func done(p payload, err error) (payload, error) {
	if err == nil && len(p.UserErrors) > 0 {
		return p, fmt.Errorf("user errors: %v", p.UserErrors)
	}
	return p, err
}

func (s *settings) workspace(ctx context.Context, slug string) (id string, err error) {
	p, err := done(s.ask(ctx, "createWorkspace", "CreateWorkspaceInput", "workspace { id }", map[string]any{"slug": slug, "name": slug, "timeZone": "UTC"}))
	return p.Workspace.ID, err
}

func (s *settings) key(ctx context.Context, workspace, name string) (id, secret string, p *propagation, err error) {
	made, err := done(s.change(ctx, "createApiKey", "CreateApiKeyInput", "apiKey { id } secret",
		map[string]any{"workspaceId": workspace, "name": name, "scope": "ALL"}))
	return made.APIKey.ID, made.Secret, made.Propagation, err
}
