package admin

import (
	"context"
	"io"
	"strconv"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/auditfile"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// ExportAudit asks for a workspace's audit as a file.
type ExportAudit struct {
	Format auditfile.Format
	Filter AuditFilter
	After  int64 // only what comes after the event with this number, to continue an earlier export
}

// AuditExport is an export that has begun: the event of it is the last one in it.
type AuditExport struct {
	Head     audit.Chain
	At       time.Time // when the head was read
	Filtered bool

	format auditfile.Format
	after  int64
	read   func(ctx context.Context, after, until int64) ([]audit.Linked, int64, error)
}

var errAfter = fault.New(fault.Invalid, "AFTER_INVALID", "An export goes on after the number of an event that there is, from 1 on.").On("after")

// ExportAudit records that the audit is exported, and returns the export of all up to
// that record. It holds nothing: each batch of Stream is a short statement of its own.
func (s *Service) ExportAudit(ctx context.Context, who caller.Caller, in ExportAudit) (*AuditExport, error) {
	if err := who.Require(caller.AuditRead); err != nil {
		return nil, err
	}
	filter, err := in.Filter.parsed()
	if err != nil {
		return nil, err
	}
	out := &AuditExport{At: s.clock(), Filtered: !filter.IsZero(), format: in.Format, after: in.After}
	err = s.store.InWorkspace(ctx, who, func(ctx context.Context, tx *store.Tx) error {
		label, err := exportedLabel(ctx, tx)
		if err != nil {
			return err
		}
		out.Head, err = tx.AuditHead(ctx, audit.Event{
			At: out.At, Actor: who.Actor(), Address: who.Address(), Action: audit.AuditExported,
			Target: audit.Target{Kind: audit.Workspace, ID: who.Workspace(), Label: label}, After: in.values(),
		})
		if err != nil {
			return err
		}
		return out.checkAfter(out.Head)
	})
	if err != nil {
		return nil, err
	}
	out.read = func(ctx context.Context, after, until int64) (events []audit.Linked, reached int64, err error) {
		err = s.store.View(ctx, who, func(ctx context.Context, v *store.View) (err error) {
			events, reached, err = v.AuditChain(ctx, filter, after, until)
			return err
		})
		return events, reached, err
	}
	return out, nil
}

// exportedLabel is the workspace's slug; "" when it is gone and its audit is not.
func exportedLabel(ctx context.Context, tx *store.Tx) (audit.Text, error) {
	w, _, err := tx.Workspace(ctx)
	return audit.Text(w.Slug), err
}

// ExportOperatorAudit is ExportAudit of the operator's own chain, for whoever runs
// the command line.
func (s *Service) ExportOperatorAudit(ctx context.Context, by caller.Actor, format auditfile.Format, after int64) (*AuditExport, error) {
	out := &AuditExport{At: s.clock(), format: format, after: after, read: s.store.OperatorChain}
	head, err := s.store.AppendOperatorEvent(ctx, audit.Event{
		At: out.At, Actor: by, Action: audit.AuditExported,
		Target: audit.Target{Kind: audit.OperatorChain}, After: ExportAudit{Format: format, After: after}.values(),
	}, out.checkAfter)
	if err != nil {
		return nil, err
	}
	out.Head = head
	return out, nil
}

// checkAfter checks that there is something after where the export begins; the event
// of the export itself does not count.
func (e *AuditExport) checkAfter(head audit.Chain) error {
	if e.after < 0 || e.after >= head.Seq {
		return errAfter
	}
	return nil
}

// values are what was asked for, for the audit of it.
func (in ExportAudit) values() audit.Values {
	all := audit.Values{{Name: "format", Text: audit.Text(in.Format)}}
	add := func(name, text audit.Text) {
		if text != "" {
			all = append(all, audit.Value{Name: name, Text: text})
		}
	}
	f := in.Filter
	if in.After > 0 {
		add("after", audit.Text(strconv.FormatInt(in.After, 10)))
	}
	for _, action := range f.Actions {
		add("action", audit.Text(action))
	}
	if f.Actor != uuid.Nil {
		add("actor", audit.Text(f.Actor.String()))
	}
	add("actorKind", audit.Text(f.ActorKind))
	if f.Target != uuid.Nil {
		add("target", audit.Text(f.Target.String()))
	}
	add("targetKind", audit.Text(f.TargetKind))
	add("targetLabel", audit.Text(f.TargetLabel))
	add("since", instant(f.Since))
	add("until", instant(f.Until))
	return all
}

// Stream writes the export to out, each batch with one call, and calls before ahead of
// each: its error ends the export, as out's does. What was written then says by itself
// that it is not whole. whole is false when all was written and the stored chain does
// not verify, so that nothing was signed.
func (e *AuditExport) Stream(ctx context.Context, out io.Writer, keys auditfile.Keys, before func(context.Context) error) (whole bool, err error) {
	w := auditfile.NewWriter(out, e.format, e.Filtered)
	if err := w.Begin(); err != nil {
		return false, err
	}
	for at := e.after; at < e.Head.Seq; {
		if err := before(ctx); err != nil {
			return false, err
		}
		events, reached, err := e.read(ctx, at, e.Head.Seq)
		if err != nil {
			return false, err
		}
		if err := w.Write(events); err != nil {
			return false, err
		}
		at = reached
	}
	return w.End(e.Head, e.At, keys)
}
