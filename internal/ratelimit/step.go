package ratelimit

import "time"

// State is what is kept of a limit: when it is whole again, in microseconds of its
// store's clock and Calls-ths of one more (0 ≤ Part < Calls). The zero State is
// that of a limit that was never used, by clocks that show no negative time.
type State struct{ Whole, Part int64 }

// Step is one call at the instant now: it returns the state after it, and whether
// the call is let through.
//
//   - Called with each state that it returned and instants that do not go back, it
//     lets at most Calls + t·Calls/Seconds calls through in any t seconds, and
//     always one when that many were not.
//   - What is refused leaves the limit as it was, so asking costs nothing.
//   - A state that lets a call through at some instant does so at every later one,
//     and one that is whole sooner does so whenever one that is whole later does.
//   - Without a limit every call is let through, and the state does not change.
func (l Limit) Step(s State, now int64) (next State, ok bool) {
	if l.None() {
		return s, true
	}
	s = l.at(s, now)
	used := s.Part + l.window()
	next = State{s.Whole + used/l.Calls, used % l.Calls}
	if next.beyond(now + l.window()) {
		return s, false
	}
	return next, true
}

// at is the state as it counts at now. One that is further ahead than a limit can
// be used is left from a clock that went back.
func (l Limit) at(s State, now int64) State {
	switch end := now + l.window(); {
	case l.None():
		return s
	case s.Whole < now:
		return State{Whole: now}
	case s.beyond(end):
		return State{Whole: end}
	}
	return s
}

func (s State) beyond(instant int64) bool {
	return s.Whole > instant || s.Whole == instant && s.Part > 0
}

// Standing is how a limit stands.
type Standing struct {
	Limit Limit
	Left  int64         // how many calls would be let through now
	More  time.Duration // until Left is one more, in microseconds; 0 when it is whole
}

// standing returns how the limit stands at now. When nothing is left, the next
// call is let through after More, and not a microsecond sooner.
func (l Limit) standing(s State, now int64) Standing {
	if l.None() {
		return Standing{}
	}
	s = l.at(s, now)
	// What is left, counted so that a whole limit is Calls windows and a call takes one.
	left := (now+l.window()-s.Whole)*l.Calls - s.Part
	standing := Standing{Limit: l, Left: left / l.window()}
	if standing.Left < l.Calls {
		missing := (standing.Left+1)*l.window() - left
		standing.More = time.Duration((missing+l.Calls-1)/l.Calls) * time.Microsecond
	}
	return standing
}

// States are those of a call's limits.
type States struct{ Key, Workspace State }

// Step is one call against both limits. Both count it, or, when one refuses, neither.
func (l Limits) Step(s States, now int64) (next States, ok bool) {
	key, keyLets := l.Key.Step(s.Key, now)
	workspace, workspaceLets := l.Workspace.Step(s.Workspace, now)
	if keyLets && workspaceLets {
		return States{key, workspace}, true
	}
	return States{l.Key.at(s.Key, now), l.Workspace.at(s.Workspace, now)}, false
}
