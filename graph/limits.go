package graph

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/complexity"
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"latchkey/graph/exec"
	"latchkey/graph/model"
	"latchkey/internal/admin"
)

// What one operation may ask for.
const (
	maxQueryBytes = 32 << 10
	maxTokens     = 4_000
	maxDepth      = 12
	maxAliases    = 30
	maxDirectives = 50
	maxFields     = 1_000 // with every fragment written out where it is used
	maxComplexity = 5_000
)

// limits refuses, before anything is resolved, operations that would be too much work.
type limits struct {
	introspection bool
	schema        graphql.ExecutableSchema
}

// ExtensionName implements graphql.HandlerExtension.
func (*limits) ExtensionName() string { return "limits" }

// Validate implements graphql.HandlerExtension.
func (l *limits) Validate(schema graphql.ExecutableSchema) error {
	l.schema = schema
	return nil
}

// MutateOperationContext implements graphql.OperationContextMutator.
func (l *limits) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	op.DisableIntrospection = !l.introspection
	m := measure{introspection: l.introspection}
	// Fragments may double at each level, so that writing them out never ends:
	// this goes first, stops by itself, and lets only what is small go on.
	if err := m.walk(op.Operation.SelectionSet, 1); err != nil {
		return err
	}
	if op.Operation.Operation == ast.Subscription && !subscribesToOne(op) {
		return badInput("Subscribe to exactly one field at a time.")
	}
	if c := complexity.Calculate(ctx, l.schema, op.Operation, op.Variables); c > maxComplexity {
		return tooComplex("The query is too complex: %d, and at most %d is allowed. Ask for fewer fields, or shorter lists.", c, maxComplexity)
	}
	return nil
}

// subscribesToOne judges what is left of fragments, aliases and conditions.
func subscribesToOne(op *graphql.OperationContext) bool {
	fields := graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Subscription"})
	return len(fields) == 1 && !strings.HasPrefix(fields[0].Name, "__")
}

// InterceptRootField implements graphql.RootFieldInterceptor: where introspection is
// off, there is no type to tell of, whatever its name.
func (l *limits) InterceptRootField(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	if !l.introspection && graphql.GetRootFieldContext(ctx).Object == "__type" {
		return graphql.Null
	}
	return next(ctx)
}

// measure counts what an operation asks for.
type measure struct {
	introspection               bool
	fields, aliases, directives int
}

func (m *measure) walk(set ast.SelectionSet, depth int) *gqlerror.Error {
	for _, selection := range set {
		m.fields++
		var err *gqlerror.Error
		switch s := selection.(type) {
		case *ast.Field:
			m.directives += len(s.Directives)
			err = m.field(s, depth)
		case *ast.FragmentSpread:
			m.directives += len(s.Directives)
			err = m.walk(s.Definition.SelectionSet, depth)
		case *ast.InlineFragment:
			m.directives += len(s.Directives)
			err = m.walk(s.SelectionSet, depth)
		}
		switch {
		case err != nil:
			return err
		case m.fields > maxFields:
			return tooComplex("The query asks for more than %d fields.", maxFields)
		case m.aliases > maxAliases:
			return tooComplex("The query has more than %d aliases.", maxAliases)
		case m.directives > maxDirectives:
			return tooComplex("The query has more than %d directives.", maxDirectives)
		}
	}
	return nil
}

func (m *measure) field(f *ast.Field, depth int) *gqlerror.Error {
	if f.Alias != f.Name {
		m.aliases++
	}
	if f.Name == "__schema" || f.Name == "__type" {
		if !m.introspection && f.Name == "__schema" {
			return badInput("Introspection is off here. The schema is published as schema.graphql.")
		}
		// The validator has bounded introspection's own depth.
		return m.walk(f.SelectionSet, -maxDepth)
	}
	if depth > maxDepth {
		return tooComplex("The query is nested more than %d levels deep.", maxDepth)
	}
	return m.walk(f.SelectionSet, depth+1)
}

// mostIdentities is how many of a person's are listed at most.
const mostIdentities = 50

// mostMemberships is how many workspaces a person belongs to at most.
const mostMemberships = 200

// costs says what fields cost that are more than a value: what a list returns is
// multiplied, and a query of the database and a password's hash have a price.
func costs() (c exec.ComplexityRoot) {
	const query, scan, hash = 10, 30, 1_000
	list := func(child int, first *int) int { return query + child*min(max(firstOf(first), 1), maxFirst) }
	c.Mutation.SignIn = func(child int, _ model.SignInInput) int { return hash + child }
	c.Query.SecondFactorChallenge = func(child int) int { return query + child }
	c.Me.EmailChange = func(child int) int { return query + child }
	c.Me.Identities = func(child int) int { return query + mostIdentities*child }
	c.Me.SecondFactor = func(child int) int { return query + child }
	c.Mutation.Reauthenticate = func(child int, _ model.ReauthenticateInput) int { return hash + child }
	c.Mutation.SignUp = func(child int, _ model.SignUpInput) int { return hash + child }
	c.Mutation.ConfirmSignUp = func(child int, _ model.ConfirmSignUpInput) int { return hash + child }
	c.Mutation.ResetPassword = func(child int, _ model.ResetPasswordInput) int { return hash + child }
	c.Mutation.ChangePassword = func(child int, _ model.ChangePasswordInput) int { return 2*hash + child }
	c.Mutation.AcceptInvitation = func(child int, _ model.AcceptInvitationInput) int { return hash + child }
	c.Query.Invitation = func(child int, _ string) int { return query + child }
	c.Me.Sessions = func(child int) int { return query + maxFirst*child }
	c.Workspace.Members = func(child int, first *int, _ *string, _ *model.MemberFilter, _ *model.MemberOrder) int {
		return list(child, first)
	}
	c.Workspace.Invitations = func(child int, first *int, _ *string) int { return list(child, first) }
	c.Me.Memberships = func(child int) int { return mostMemberships * child }
	c.Workspace.APIKey = func(child int, _ string) int { return query + child }
	c.Workspace.APIKeys = func(child int, first *int, _ *string, _ *model.APIKeyFilter, _ *model.APIKeyOrder) int {
		return list(child, first)
	}
	c.Workspace.AuditEvents = func(child int, first *int, _ *string, _ *model.AuditEventFilter) int { return list(child, first) }
	c.Workspace.SupportSessions = func(child int, first *int, _ *string, _ *model.SupportSessionFilter) int { return list(child, first) }
	c.Support.Tenants = func(child int, _ string, first *int, _ *string) int { return scan + list(child, first) }
	c.Support.Sessions = func(child int) int { return list(child, new(maxFirst)) }
	c.Query.Workspace = func(child int, _, _ *string) int { return query + child }
	settings := func(int) int { return query }
	c.Workspace.LongestLifetimeDays, c.Workspace.DisableUnusedAfterDays = settings, settings
	c.Workspace.SuspendedAt, c.Workspace.Version, c.Workspace.SupportApprovalRequired = settings, settings, settings
	c.Workspace.Usage = func(child int, _ model.UsageRange, _ model.UsageGroup) int { return scan + child }
	c.Workspace.ExplainRefusal = func(child int, _ string) int { return query + child }
	c.ApiKey.Usage = func(child int, _ model.UsageRange, _ model.UsageGroup) int { return scan + child }
	c.ApiKey.Hints = func(child int) int { return scan + child }
	// Values that are there already are cheap; the keys among them lead to queries.
	c.Usage.Rows = func(child int) int { return maxFirst * child }
	c.UsageRow.APIKey = func(child int) int { return admin.MaxUsageRows / maxFirst * child }
	keys := func(child int) int { return maxFirst * child }
	c.WorkspaceImpact.Stops, c.WorkspaceImpact.Starts = keys, keys
	c.WorkspaceImpact.Disables, c.WorkspaceImpact.Outlive = keys, keys
	c.AllowlistImpact.Keys = func(child int) int { return admin.MaxImpactedKeys * child }
	c.ImpactedKey.Addresses = func(child int) int { return 5 * child }
	c.IpAllowlist.Preview = func(child int, _, _ []string) int { return scan + child }
	c.IpAllowlist.Active = func(child int) int { return query + child }
	c.IpAllowlist.Entries = func(child int, first *int, _ *string) int { return list(child, first) }
	c.IpAllowlist.Check = func(child int, _ string) int { return query + child }
	return c
}

// operationRoute names an operation in the access log, by its first field: that is
// one of the schema's, where the operation's own name is whatever the client wrote.
func operationRoute(op *ast.OperationDefinition) string {
	for _, selection := range op.SelectionSet {
		if f, ok := selection.(*ast.Field); ok && !strings.HasPrefix(f.Name, "__") {
			return "graphql " + string(op.Operation) + " " + f.Name
		}
	}
	return "graphql " + string(op.Operation)
}
