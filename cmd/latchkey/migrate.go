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
func (c *migrateCommand) Run(ctx context.Context) error {
	from, to, err := postgres.Migrate(ctx, c.OwnerDatabaseURL)
	if err != nil {
		return err
	}
	if from == to {
		fmt.Printf("The schema is at version %d already.\n", to)
		return nil
	}
	fmt.Printf("The schema went from version %d to %d.\n", from, to)
	return nil
}
