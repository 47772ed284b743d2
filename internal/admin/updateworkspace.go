package admin

import (
	"context"
	"strconv"
	"time"

	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/fault"
	"latchkey/internal/workspace"
)

// maxListed is the most keys of each list that an edit of the workspace returns.
const maxListed = 100

// What is wrong with an edit of the workspace.
var (
	errPolicyDays = fault.New(fault.Invalid, "POLICY_DAYS_INVALID", "Choose 1 to 3,650 days, or none at all.")
	errConfirm    = fault.New(fault.Conflict, "CONFIRMATION_NEEDED",
		"This would stop keys that work, or let keys work that have stopped. Look at the keys that are listed, and confirm.").On("confirm")
)

// UpdateWorkspace is an edit of the workspace. What is nil stays as it is; of a
// pointer to a pointer, nil inside means that the policy demands nothing.
type UpdateWorkspace struct {
	ExpectedVersion        int
	Name                   *string
	TimeZone               *string
	LongestLifetimeDays    **int // from the edit of a key to its day of expire
	DisableUnusedAfterDays **int
	Confirm                bool // of what it does to keys

	SupportApprovalRequired *bool
}

// ChangedWorkspace is a workspace after an edit, and what the edit means for its keys.
type ChangedWorkspace struct {
	Workspace   workspace.Workspace
	Stops       AffectedKeys // work before, and have expired after the zone's change
	Starts      AffectedKeys // had expired, and work again
	Disables    AffectedKeys // unused for so long that the next sweep disables them
	Outlive     AffectedKeys // expire later than the longest lifetime allows, or never; they go on
	Propagation cluster.Propagation
}

// AffectedKeys are the oldest 100 of some keys.
type AffectedKeys struct {
	Keys []apikey.Key
	More int // that Keys has no room for
}

func (a *AffectedKeys) add(k apikey.Key) {
	if len(a.Keys) == maxListed {
		a.More++
		return
	}
	a.Keys = append(a.Keys, k)
}

// UpdateWorkspace edits the workspace. An edit that stops keys, now or with the next
// sweep, or lets expired ones work again, must be confirmed: CONFIRMATION_NEEDED
// comes with what the edit would mean, and nothing is changed. The time zone and
// the key policy take a recent sign-in: they decide which keys work. So does letting
// staff in without approval.
func (s *Service) UpdateWorkspace(ctx context.Context, who caller.Caller, in UpdateWorkspace) (out ChangedWorkspace, err error) {
	if err := in.allowed(who); err != nil {
		return ChangedWorkspace{}, err
	}
	propagation, err := s.change(ctx, who, func(ctx context.Context, c *change) (err error) {
		out, err = c.updateWorkspace(ctx, in)
		return err
	})
	if err != nil && !isCode(err, errConfirm.Code) {
		return ChangedWorkspace{}, err
	}
	out.Propagation = propagation
	return out, err
}

func isCode(err error, code fault.Code) bool {
	f, ok := fault.As(err)
	return ok && f.Code == code
}

func (in UpdateWorkspace) allowed(who caller.Caller) error {
	policy := in.LongestLifetimeDays != nil || in.DisableUnusedAfterDays != nil
	if policy {
		if err := who.Require(caller.KeyPolicyWrite); err != nil {
			return err
		}
	}
	if in.SupportApprovalRequired != nil {
		if err := who.Require(caller.SupportApproval); err != nil {
			return err
		}
	}
	if in.Name != nil || in.TimeZone != nil || !policy && in.SupportApprovalRequired == nil {
		return who.Require(caller.WorkspaceWrite)
	}
	return nil
}

func (c *change) updateWorkspace(ctx context.Context, in UpdateWorkspace) (out ChangedWorkspace, err error) {
	old := c.workspace
	out.Workspace = old
	if err := newerVersion(in.ExpectedVersion, old.Version); err != nil {
		return out, err
	}
	w, err := c.applied(in, old)
	if err != nil {
		return out, err
	}
	before, after := audit.Changes(workspaceValues(old), workspaceValues(w))
	if len(after) == 0 {
		return out, nil
	}
	if err := c.foresee(ctx, w, &out); err != nil {
		return out, err
	}
	if !in.Confirm && len(out.Stops.Keys)+len(out.Starts.Keys)+len(out.Disables.Keys) > 0 {
		return out, errConfirm
	}
	if w.TimeZone != old.TimeZone || w.Policy != old.Policy || old.SupportApprovalRequired && !w.SupportApprovalRequired {
		if err := c.Caller().RequireRecent(); err != nil {
			return out, err
		}
	}
	if w, err = c.SaveWorkspace(ctx, w); err != nil {
		return out, err
	}
	out.Workspace = w
	return out, c.record(ctx, audit.WorkspaceUpdated, workspaceTarget(old), before, after)
}

// applied returns the workspace as the edit wants it, and reports all that is wrong.
func (c *change) applied(in UpdateWorkspace, w workspace.Workspace) (workspace.Workspace, error) {
	var wrong fault.Fields
	var err error
	if in.Name != nil {
		w.Name, err = workspace.ParseName(*in.Name)
		wrong.Add(fault.On(c.prose(*in.Name, err), "name"))
	}
	if in.TimeZone != nil {
		w.TimeZone = *in.TimeZone
		_, err = apikey.LoadZone(w.TimeZone)
		wrong.Add(fault.On(err, "timeZone"))
	}
	if in.SupportApprovalRequired != nil {
		w.SupportApprovalRequired = *in.SupportApprovalRequired
	}
	w.Policy.LongestLifetimeDays, err = policyDays(in.LongestLifetimeDays, w.Policy.LongestLifetimeDays)
	wrong.Add(fault.On(err, "longestLifetimeDays"))
	w.Policy.DisableUnusedAfterDays, err = policyDays(in.DisableUnusedAfterDays, w.Policy.DisableUnusedAfterDays)
	wrong.Add(fault.On(err, "disableUnusedAfterDays"))
	return w, wrong.Err()
}

// policyDays is the new value of a policy; 0 demands nothing.
func policyDays(days **int, current int) (int, error) {
	switch {
	case days == nil:
		return current, nil
	case *days == nil:
		return 0, nil
	case **days < 1 || **days > apikey.MaxPolicyDays:
		return current, errPolicyDays
	}
	return **days, nil
}

// foresee lists what becoming w means for the keys.
func (c *change) foresee(ctx context.Context, w workspace.Workspace, out *ChangedWorkspace) (err error) {
	zone, err := zoneOf(w)
	if err != nil {
		return err
	}
	if w.TimeZone != c.workspace.TimeZone {
		if out.Stops, out.Starts, err = c.acrossZones(ctx, zone); err != nil {
			return err
		}
	}
	if w.Policy.LongestLifetimeDays != c.workspace.Policy.LongestLifetimeDays {
		if latest := w.Policy.Latest(apikey.DayOf(c.now, zone)); !latest.IsZero() {
			if out.Outlive.Keys, out.Outlive.More, err = c.KeysOutliving(ctx, latest, maxListed); err != nil {
				return err
			}
		}
	}
	if w.Policy.DisableUnusedAfterDays != c.workspace.Policy.DisableUnusedAfterDays {
		if out.Disables, err = c.unused(ctx, w); err != nil {
			return err
		}
	}
	for _, a := range []AffectedKeys{out.Stops, out.Starts, out.Disables, out.Outlive} {
		for i := range a.Keys {
			a.Keys[i] = a.Keys[i].As(zone, c.now)
		}
	}
	return nil
}

// acrossZones lists the keys that work in one of two zones alone. Their days of
// expire are near: no two places are more than two days of the calendar apart.
func (c *change) acrossZones(ctx context.Context, zone *time.Location) (stops, starts AffectedKeys, err error) {
	today := apikey.DayOf(c.now, time.UTC)
	keys, err := c.KeysExpiring(ctx, today.Plus(-3), today.Plus(3))
	for _, k := range keys {
		before, after := c.now.Before(k.ExpiresOn.Ends(c.zone)), c.now.Before(k.ExpiresOn.Ends(zone))
		switch {
		case before && !after:
			stops.add(k)
		case after && !before:
			starts.add(k)
		}
	}
	return stops, starts, err
}

// unused lists the keys that the sweep disables under w's policy.
func (c *change) unused(ctx context.Context, w workspace.Workspace) (found AffectedKeys, err error) {
	before, ok := unusedBefore(w, c.now)
	if !ok {
		return found, nil
	}
	found.Keys, found.More, err = c.KeysUnusedSince(ctx, before, maxListed)
	return found, err
}

// unusedBefore is Policy.UnusedBefore in a workspace: while it is suspended no key
// can be used, so none counts as unused until long enough after its end.
func unusedBefore(w workspace.Workspace, now time.Time) (time.Time, bool) {
	before, ok := w.Policy.UnusedBefore(now)
	return before, ok && w.SuspendedAt.IsZero() && !w.ResumedAt.After(before)
}

// workspaceValues is what may be edited of a workspace, for the audit.
func workspaceValues(w workspace.Workspace) audit.Values {
	return audit.Values{
		{Name: "name", Text: audit.Text(w.Name)}, {Name: "timeZone", Text: audit.Text(w.TimeZone)},
		{Name: "longestLifetimeDays", Text: daysText(w.Policy.LongestLifetimeDays)},
		{Name: "disableUnusedAfterDays", Text: daysText(w.Policy.DisableUnusedAfterDays)},
		{Name: "supportApprovalRequired", Text: audit.Text(strconv.FormatBool(w.SupportApprovalRequired))},
	}
}

func daysText(days int) audit.Text {
	if days == 0 {
		return ""
	}
	return audit.Text(strconv.Itoa(days))
}
