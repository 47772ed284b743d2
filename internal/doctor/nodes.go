package doctor

import (
	"context"
	"fmt"

	"github.com/lib/pq"
)

// node is one that serves the data plane.
type node struct {
	name    string
	leaseMS float64
	applied int64
	epoch   int64
}

// live returns the nodes that hold a lease; none for a role that may not ask.
func (d *Database) live(ctx context.Context) (all []node, err error) {
	var may bool
	if err := d.db.QueryRowContext(ctx, `SELECT to_regprocedure('nodes()') IS NOT NULL AND has_function_privilege(current_user, to_regprocedure('nodes()'), 'EXECUTE')`).Scan(&may); err != nil || !may {
		return nil, err
	}
	rows, err := d.db.QueryContext(ctx, `SELECT name, lease_ms, applied_epoch, current_epoch FROM nodes() WHERE lease_ms > 0`)
	if err != nil {
		return nil, err
	}
	defer rows.Close() // rows.Err says what went wrong
	for rows.Next() {
		var n node
		if err := rows.Scan(&n.name, &n.leaseMS, &n.applied, &n.epoch); err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	return all, rows.Err()
}

func (d *Database) nodes(ctx context.Context) []Finding {
	all, err := d.live(ctx)
	if err != nil {
		return unknown(err)
	}
	var found []Finding
	for _, n := range all {
		switch {
		case n.applied > n.epoch:
			found = append(found, Failure(fmt.Sprintf("The node %s has applied change %d, and the database knows only %d: it is older than the node.", n.name, n.applied, n.epoch),
				"The database was restored, or failed over, below running nodes. Restart them all, and look which revocations are lost.")...)
		case n.leaseMS > 10_000:
			found = append(found, Warning(fmt.Sprintf("The lease of %s ends in %.0f s, and leases last two: PostgreSQL's clock was set back.", n.name, n.leaseMS/1000),
				"Let that clock be slewed, never stepped. Mutations wait for this lease at most two and a quarter seconds each.")...)
		}
	}
	if len(found) > 0 {
		return found
	}
	if len(all) == 0 {
		return Fine("No node serves the data plane now, or this role may not ask.")
	}
	return Fine("%d nodes serve the data plane, and hold their leases.", len(all))
}

// neededPeppers are those that live secrets are hashed under.
func (d *Database) neededPeppers(ctx context.Context) []Finding {
	if len(d.Peppers) == 0 {
		return nil // the file's own check says why
	}
	lacking, err := d.texts(ctx, `SELECT pepper_id FROM secrets_by_pepper($1)`, pq.Array(d.Peppers))
	if err != nil {
		return unknown(err)
	}
	if len(lacking) > 0 {
		return Failure("The peppers file lacks what live secrets need: "+list(lacking)+". serve refuses to start.",
			"Put the lines back from your copy; `latchkey peppers status` tells whose secrets they are.")
	}
	return Fine("The peppers file (%s) has every pepper that a live secret needs.", list(d.Peppers))
}

// audit looks whether the operator's chain is whole. Those of workspaces are fenced, and are
// verified by their exports.
func (d *Database) audit(ctx context.Context) []Finding {
	var may bool
	if err := d.db.QueryRowContext(ctx, `SELECT COALESCE(has_table_privilege(current_user, to_regclass('operator_event'), 'SELECT'), false)`).Scan(&may); err != nil {
		return unknown(err)
	}
	if !may {
		return nil
	}
	var events, last int64
	if err := d.db.QueryRowContext(ctx, `SELECT count(*), COALESCE(max(seq), 0) FROM operator_event`).Scan(&events, &last); err != nil {
		return unknown(err)
	}
	if events != last {
		return Failure(fmt.Sprintf("The operator's chain ends at event %d, and has %d: some were taken out.", last, events),
			"Somebody with the owner's rights did that. Compare with an export, or with a backup.")
	}
	return Fine("The operator's chain is whole, up to event %d. Exports of workspaces are verified by `latchkey audit verify`.", last)
}
