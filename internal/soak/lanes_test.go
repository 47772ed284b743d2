package soak_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// lane is one way to take access away and to give it back. Both make one attempt,
// and errAgain asks for another; a nil propagation is one that was not told in numbers.
type lane struct {
	name     string
	subjects []*subject // whose rule the changes turn
	shut     attempt
	open     attempt
}

type attempt func(ctx context.Context) (*propagation, error)

// lanes makes a workspace with its keys for each lane.
func (d *driver) lanes(ctx context.Context) (all []*lane, err error) {
	for _, make := range []func(context.Context, *lane, string) error{d.revoke, d.narrow, d.disable, d.expire, d.fence, d.unlist, d.suspend} {
		l := &lane{}
		slug := fmt.Sprintf("lane-%d", len(all))
		id, err := d.settings.workspace(ctx, slug)
		if err == nil {
			// The load asks more than a new workspace may.
			err = d.in.workspace(ctx, "limits", slug, "--key", "none", "--workspace", "none", "--reason", "soak")
		}
		if err == nil {
			err = make(ctx, l, id)
		}
		if err != nil {
			return nil, fmt.Errorf("making the lane %s: %w", l.name, err)
		}
		all = append(all, l)
	}
	return all, nil
}

// key makes a key and puts it under load.
func (d *driver) key(ctx context.Context, workspace, name string) (s *subject, id string, err error) {
	id, secret, _, err := d.settings.key(ctx, workspace, name)
	if err != nil {
		return nil, "", err
	}
	s = &subject{name: name, secret: secret}
	s.set(true, "its creation")
	d.load.add(s)
	return s, id, nil
}

// keys makes several that share the fate of their workspace.
func (d *driver) keys(ctx context.Context, l *lane, workspace string) error {
	for i := range 3 {
		s, _, err := d.key(ctx, workspace, fmt.Sprintf("%s %d", l.name, i))
		if err != nil {
			return err
		}
		l.subjects = append(l.subjects, s)
	}
	return nil
}

// revoke: a revoked key never works again, so giving back is making another one.
func (d *driver) revoke(ctx context.Context, l *lane, workspace string) error {
	l.name = "revoke"
	made := 0
	var id string
	next := func(ctx context.Context) (p *propagation, err error) {
		made++ // an attempt without an answer may have taken the name
		s := &subject{name: fmt.Sprintf("revoke %d", made)}
		if id, s.secret, p, err = d.settings.key(ctx, workspace, s.name); err != nil {
			return nil, err
		}
		d.load.add(s)
		l.subjects = append(l.subjects, s)
		if len(l.subjects) > 3 {
			d.load.remove(l.subjects[0])
			l.subjects = slices.Clone(l.subjects[1:])
		}
		return p, nil
	}
	l.shut = func(ctx context.Context) (*propagation, error) {
		p, err := done(d.settings.change(ctx, "revokeApiKey", "RevokeApiKeyInput", "", map[string]any{"id": id, "reason": "LEAKED"}))
		return p.Propagation, err
	}
	l.open = next
	if _, err := next(ctx); err != nil {
		return err
	}
	l.subjects[0].set(true, "its creation")
	return nil
}

// narrow takes reading away from a key's scope. Another key of the workspace is
// never changed.
func (d *driver) narrow(ctx context.Context, l *lane, workspace string) error {
	l.name = "scope"
	if _, _, err := d.key(ctx, workspace, "bystander"); err != nil {
		return err
	}
	s, id, err := d.key(ctx, workspace, l.name)
	if err != nil {
		return err
	}
	s.reads = true
	l.subjects = []*subject{s}
	version := 1
	to := func(scope string) attempt {
		return func(ctx context.Context) (*propagation, error) {
			p, err := d.settings.change(ctx, "updateApiKey", "UpdateApiKeyInput", "",
				map[string]any{"id": id, "expectedVersion": version, "scope": scope})
			if p.failed("CONFLICT") { // an earlier attempt has made it
				version++
				return nil, fmt.Errorf("version %d is there already: %w", version, errAgain)
			}
			if p, err = done(p, err); err == nil {
				version = version + 1
			}
			return p.Propagation, err
		}
	}
	l.shut, l.open = to("WRITE_ONLY"), to("ALL")
	return nil
}

// disable turns a key off and on.
func (d *driver) disable(ctx context.Context, l *lane, workspace string) error {
	l.name = "disable"
	s, id, err := d.key(ctx, workspace, l.name)
	if err != nil {
		return err
	}
	l.subjects = []*subject{s}
	to := func(disabled bool) attempt {
		return func(ctx context.Context) (*propagation, error) {
			p, err := done(d.settings.change(ctx, "setApiKeyDisabled", "SetApiKeyDisabledInput", "", map[string]any{"id": id, "disabled": disabled}))
			return p.Propagation, err
		}
	}
	l.shut, l.open = to(true), to(false)
	return nil
}

// expire ends a key's day of expire at once. A day that is over cannot be given to a
// key, but the workspace can move from the last zone of the world to the first: of
// yesterday there, at least an hour is left here.
func (d *driver) expire(ctx context.Context, l *lane, workspace string) error {
	l.name = "day of expire"
	const last, first = "Pacific/Pago_Pago", "Pacific/Kiritimati"
	version := 2 // its limits were lifted
	move := func(zone string) attempt {
		return func(ctx context.Context) (*propagation, error) {
			p, err := d.settings.change(ctx, "updateWorkspace", "UpdateWorkspaceInput", "",
				map[string]any{"workspaceId": workspace, "expectedVersion": version, "timeZone": zone, "confirm": true})
			if p.failed("CONFLICT") { // an earlier attempt has moved it
				version++
				return nil, fmt.Errorf("version %d is there already: %w", version, errAgain)
			}
			if p, err = done(p, err); err == nil {
				version++
			}
			return p.Propagation, err
		}
	}
	if _, err := move(last)(ctx); err != nil {
		return err
	}
	zone, err := time.LoadLocation(first)
	if err != nil {
		return err
	}
	s, id, err := d.key(ctx, workspace, l.name)
	if err != nil {
		return err
	}
	l.subjects = []*subject{s}
	_, err = done(d.settings.change(ctx, "updateApiKey", "UpdateApiKeyInput", "",
		map[string]any{"id": id, "expectedVersion": 1, "expiresOn": time.Now().In(zone).AddDate(0, 0, -1).Format(time.DateOnly)}))
	l.shut, l.open = move(first), move(last)
	return err
}

// list is the allowlist of a workspace.
type list struct {
	settings  *settings
	workspace string
	touch     string // a key that is never changed: an edit without a difference waits as any other
	added     int
	entry     string
	asked     bool // whether the removal was tried
}

func (a *list) add(ip string) attempt {
	return func(ctx context.Context) (*propagation, error) {
		// The same idempotency key until it succeeds.
		p, err := done(a.settings.change(ctx, "addIpAllowlistEntries", "AddIpAllowlistEntriesInput", "entries { id }", map[string]any{
			"workspaceId": a.workspace, "entries": []any{map[string]any{"range": ip}}, "idempotencyKey": fmt.Sprintf("%s %d", ip, a.added)}))
		if err != nil {
			return nil, err
		}
		a.added++
		a.entry, a.asked = p.Entries[0].ID, false
		return p.Propagation, nil
	}
}

func (a *list) remove(ctx context.Context) (*propagation, error) {
	p, err := a.settings.change(ctx, "removeIpAllowlistEntries", "RemoveIpAllowlistEntriesInput", "",
		map[string]any{"workspaceId": a.workspace, "ids": []string{a.entry}, "mayTurnOff": true})
	if a.asked && p.failed("NOT_FOUND") { // an earlier attempt has removed it, and not waited
		p, err = a.settings.change(ctx, "updateApiKey", "UpdateApiKeyInput", "", map[string]any{"id": a.touch, "expectedVersion": 1, "scope": "ALL"})
	}
	a.asked = true
	p, err = done(p, err)
	return p.Propagation, err
}

// fence adds the first entry of an allowlist, which turns it on for all keys.
func (d *driver) fence(ctx context.Context, l *lane, workspace string) error {
	l.name = "add an entry"
	a := &list{settings: d.settings, workspace: workspace}
	if err := d.touchable(ctx, l, a); err != nil {
		return err
	}
	l.shut, l.open = a.add("203.0.113.0/24"), a.remove
	return nil
}

// unlist removes the one entry of several that lets the workers in.
func (d *driver) unlist(ctx context.Context, l *lane, workspace string) error {
	l.name = "remove an entry"
	other := &list{settings: d.settings, workspace: workspace}
	a := &list{settings: d.settings, workspace: workspace}
	for _, add := range []attempt{other.add("203.0.113.0/24"), a.add("127.0.0.1")} {
		if _, err := add(ctx); err != nil {
			return err
		}
	}
	if err := d.touchable(ctx, l, a); err != nil {
		return err
	}
	l.shut, l.open = a.remove, a.add("127.0.0.1")
	return nil
}

func (d *driver) touchable(ctx context.Context, l *lane, a *list) (err error) {
	if a.touch, _, _, err = d.settings.key(ctx, a.workspace, "touched"); err != nil {
		return err
	}
	return d.keys(ctx, l, a.workspace)
}

// suspend is the operator's: it runs the command.
func (d *driver) suspend(ctx context.Context, l *lane, workspace string) error {
	l.name = "suspend"
	do := func(args ...string) attempt {
		return func(ctx context.Context) (*propagation, error) {
			if err := d.in.workspace(ctx, args...); err != nil {
				return nil, errors.Join(errAgain, err)
			}
			return nil, nil
		}
	}
	l.shut, l.open = do("suspend", workspace, "--reason", "soak"), do("resume", workspace)
	return d.keys(ctx, l, workspace)
}
