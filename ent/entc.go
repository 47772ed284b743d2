//go:build ignore

// Entc writes gen anew. It is ent's own command with one thing switched off: a client that could
// migrate. SQL makes the tables (ent/migrations), and a server has no use for a second way to.
package main

import (
	"log"

	"entgo.io/ent/entc"
	"entgo.io/ent/entc/gen"
)

func main() {
	storage, err := gen.NewStorage("sql")
	if err != nil {
		log.Fatal(err)
	}
	storage.SchemaMode &^= gen.Migrate
	err = entc.Generate("./schema", &gen.Config{
		Target:   "./gen",
		Package:  "latchkey/ent/gen",
		Features: []gen.Feature{gen.FeatureIntercept},
		Storage:  storage,
	})
	if err != nil {
		log.Fatal(err)
	}
}
