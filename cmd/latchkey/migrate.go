package main

import (
	"context"
	"fmt"

	"latchkey/internal/postgres"
)

type migrateCommand struct {
	OwnerDatabaseURL string `required:"" env:"LATCHKEY_OWNER_DATABASE_URL" placeholder:"URL" help:"PostgreSQL as latchkey_owner, to whom the database belongs."`
}

// Run applies what is missing.
func (c *migrateCommand) Run(ctx context.Context, to console) error {
	before, after, err := postgres.Migrate(ctx, c.OwnerDatabaseURL)
	if err != nil {
		return fmt.Errorf("--owner-database-url: %w", err)
	}
	if before == after {
		fmt.Fprintf(to.out, "The schema is at version %d already.\n", after)
		return nil
	}
	fmt.Fprintf(to.out, "The schema went from version %d to %d.\n", before, after)
	return nil
}
