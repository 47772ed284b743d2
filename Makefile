# Latchkey's commands. `make` lists them.

BENCH       ?= ./internal/store ./internal/verify ./internal/cluster ./internal/usage ./internal/receipt ./internal/ratelimit ./internal/records ./internal/rest ./cmd/latchkey
FUZZTIME    ?= 10s

GO_FILES  := find . -name '*.go' -not -path '*/node_modules/*'
MODULES   := graph/graphiql/node_modules/.package-lock.json dashboard/node_modules/.package-lock.json
GENERATED := ent/gen graph/exec graph/model docs/admin-api.md

.DEFAULT_GOAL := help

.PHONY: help
help: ## list the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Not by go run, which makes a failure of a Ctrl-C that stopped everything cleanly.
.PHONY: run
run: build ## start a private PostgreSQL and both planes; ARGS='--data-addr :9081' passes options
	bin/latchkey dev $(ARGS)

.PHONY: build
build: ## build bin/latchkey
	CGO_ENABLED=0 go build -trimpath -o bin/latchkey ./cmd/latchkey

# Tests wait for PostgreSQL a good part of their time, so more of them run at once than two
# processors could compute. go vet is part of check. Compiling is much of a run from nothing, and is
# spared what tests do not need: optimization, but where allocations are counted, and what debuggers
# read. Tests take no longer for it: their time goes to PostgreSQL and the race detector, whose
# programs would each wait for a second before they end. The race detector needs C; names of hosts
# and users are found by Go's own code, as in the program that is built. The flags are in the
# environment because tests build programs from the same cache.
COUNTED := latchkey/internal/allowlist latchkey/internal/apikey github.com/gaissmai/bart/...
QUICKLY := -tags=netgo,osusergo '-gcflags=all=-N -l -dwarf=false' $(patsubst %,-gcflags=%=-dwarf=false,std $(COUNTED))

.PHONY: test
test: ## run all tests, with the race detector and in random order
	GOFLAGS="$$(go env GOFLAGS) $(QUICKLY)" GORACE="atexit_sleep_ms=0 $$GORACE" GOGC=200 go test -race -shuffle=on -vet=off -p 3 -parallel 4 -timeout 20m ./...

.PHONY: soak
soak: ## prove acknowledged propagation for long; LATCHKEY_SOAK_ROUNDS (50), LATCHKEY_SOAK_SEED
	LATCHKEY_SOAK_ROUNDS=$${LATCHKEY_SOAK_ROUNDS:-50} go test -race -count=1 -v -timeout 30m ./internal/soak

.PHONY: check
check: format tidy vet generated ## check format, go.mod, vet, staticcheck, and that generated code is current

.PHONY: format
format:
	@unformatted=$$($(GO_FILES) -exec gofmt -l {} +); \
	if [ -n "$$unformatted" ]; then echo "gofmt -w is wanted for:"; echo "$$unformatted"; exit 1; fi

.PHONY: tidy
tidy:
	go mod tidy -diff

.PHONY: vet
vet:
	go vet ./...
	go tool staticcheck ./...

# Compares checksums rather than asking git, so that it also works in the middle of a change.
.PHONY: generated
generated:
	@sums() { find $(GENERATED) -type f -exec sha256sum {} + | sort; }; \
	before=$$(sums); go generate ./... || exit 1; \
	if [ "$$before" != "$$(sums)" ]; then echo "generated code was not current; it is now: commit it"; exit 1; fi

.PHONY: generate
generate: ## write ent's and gqlgen's output anew
	go generate ./...

.PHONY: modules
modules: $(MODULES) ## install what GraphiQL and the dashboard are built with (needs npm)

# npm writes this file last.
%/node_modules/.package-lock.json: %/package-lock.json
	cd $* && npm ci --ignore-scripts --no-audit --no-fund

.PHONY: graphiql
graphiql: graph/graphiql/node_modules/.package-lock.json ## build the embedded GraphiQL anew (needs npm)
	cd graph/graphiql && npm run build

.PHONY: dashboard
dashboard: dashboard/node_modules/.package-lock.json ## build the embedded dashboard anew (needs npm)
	cd dashboard && npm run build && npm test

.PHONY: e2e
e2e: dashboard/node_modules/.package-lock.json ## test the dashboard in a real browser (needs npm and chromium)
	cd dashboard && npm run e2e

.PHONY: bench
bench: ## run the benchmarks; BENCH=./internal/httpserver picks packages
	go test -run '^$$' -bench . -benchmem $(BENCH)

.PHONY: fuzz
fuzz: ## run each fuzz target for FUZZTIME (10s)
	@grep -rlE '^func Fuzz' --include='*_test.go' --exclude-dir=node_modules . | xargs -rn1 dirname | sort -u | while read -r dir; do \
		grep -ohE '^func Fuzz[A-Za-z0-9_]*' $$dir/*_test.go | cut -d' ' -f2 | while read -r target; do \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$dir || exit 1; \
		done || exit 1; \
	done

.PHONY: clean
clean: ## remove what was built; the data of `make run` in .latchkey/ stays
	rm -rf bin coverage graph/graphiql/node_modules dashboard/node_modules dashboard/screenshots
