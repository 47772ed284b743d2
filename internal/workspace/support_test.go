package workspace_test

import (
	"strings"
	"testing"

	"latchkey/internal/workspace"
)

func TestWhatARequestForSupportSays(t *testing.T) {
	long := strings.Repeat("ż", workspace.MaxSupportReason)
	for given, want := range map[string]error{
		" They cannot connect ": nil, long: nil,
		"": workspace.ErrReasonEmpty, " \t": workspace.ErrReasonEmpty,
		long + "x": workspace.ErrReasonInvalid, "two\nlines": workspace.ErrReasonInvalid, "\xff": workspace.ErrReasonInvalid,
	} {
		reason, err := workspace.ParseSupportReason(given)
		if err != want || err == nil && reason != strings.TrimSpace(given) {
			t.Errorf("reason %.20q: %.20q, %v", given, reason, err)
		}
	}
	for given, want := range map[string]error{
		"": nil, " T-1 ": nil, strings.Repeat("x", workspace.MaxSupportTicket): nil,
		strings.Repeat("x", workspace.MaxSupportTicket+1): workspace.ErrTicketInvalid, "a\x00": workspace.ErrTicketInvalid,
	} {
		if _, err := workspace.ParseSupportTicket(given); err != want {
			t.Errorf("ticket %.20q: %v", given, err)
		}
	}
	for given, want := range map[int]error{1: nil, 60: nil, 0: workspace.ErrMinutesInvalid, -1: workspace.ErrMinutesInvalid, 61: workspace.ErrMinutesInvalid} {
		if _, err := workspace.ParseSupportMinutes(given); err != want {
			t.Errorf("%d minutes: %v", given, err)
		}
	}
}
