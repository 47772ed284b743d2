package oidctest

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/zitadel/oidc/v3/example/server/storage"
	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"
	"golang.org/x/text/language"
)

const (
	userPath  = "/test/user"
	loginPath = "/login/username" // where the library's storage sends browsers
	anyone    = "anyone"
)

// Main serves and does not return, in a process that Start has started.
func Main() {
	redirect, ok := os.LookupEnv(asProvider)
	if !ok {
		return
	}
	if err := serve(redirect); err != nil {
		fmt.Fprintln(os.Stderr, "oidctest:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

func serve(redirect string) error {
	slog.SetDefault(slog.New(slog.DiscardHandler)) // what it refuses is what tests are about
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	issuer := "http://" + listener.Addr().String()
	handler, err := newHandler(issuer, redirect)
	if err != nil {
		return err
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: time.Minute}
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin) // ends when the test's process does
		_ = server.Close()
	}()
	fmt.Println(issuer)
	if err := server.Serve(listener); err != http.ErrServerClosed {
		return err
	}
	return nil
}

func newHandler(issuer, redirect string) (http.Handler, error) {
	s := &memory{}
	s.Storage = storage.NewStorageWithClients(s, map[string]*storage.Client{"latchkey": storage.WebClient("latchkey", clientKey, redirect)})
	config := &op.Config{CryptoKey: sha256.Sum256([]byte(issuer)), CodeMethodS256: true, SupportedUILocales: []language.Tag{language.English}}
	provider, err := op.NewProvider(config, s, op.StaticIssuer(issuer), op.WithAllowInsecure(), op.WithLogger(slog.New(slog.DiscardHandler)))
	if err != nil {
		return nil, err
	}
	back := op.AuthCallbackURL(provider)
	mux := http.NewServeMux()
	mux.Handle("/", provider)
	mux.HandleFunc("POST "+userPath, s.become)
	mux.Handle("GET "+loginPath, op.NewIssuerInterceptor(provider.IssuerFromRequest).HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.FormValue("authRequestID")
		if err := s.CheckUsernamePassword(anyone, anyone, id); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		http.Redirect(w, r, back(r.Context(), id), http.StatusFound)
	}))
	return mux, nil
}

// memory is the library's storage, with one user, whom the test names.
type memory struct {
	*storage.Storage
	mu   sync.Mutex
	user User
}

func (m *memory) become(w http.ResponseWriter, r *http.Request) {
	var u User
	if err := json.NewDecoder(r.Body).Decode(&u); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.user = u
	w.WriteHeader(http.StatusNoContent)
}

func (m *memory) is() User {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.user
}

// GetUserByID implements storage.UserStore.
func (m *memory) GetUserByID(string) *storage.User { return m.GetUserByUsername(anyone) }

// GetUserByUsername implements storage.UserStore.
func (m *memory) GetUserByUsername(string) *storage.User {
	return &storage.User{ID: m.is().Subject, Username: anyone, Password: anyone}
}

// ExampleClientID implements storage.UserStore.
func (m *memory) ExampleClientID() string { return storage.ServiceUserID }

// SetUserinfoFromRequest tells in the ID token nothing but the subject, so that the
// UserInfo endpoint must be asked, as with most providers.
func (m *memory) SetUserinfoFromRequest(_ context.Context, told *oidc.UserInfo, r op.IDTokenRequest, _ []string) error {
	told.Subject = r.GetSubject()
	return nil
}

// SetUserinfoFromToken is what the UserInfo endpoint tells.
func (m *memory) SetUserinfoFromToken(_ context.Context, told *oidc.UserInfo, _, subject, _ string) error {
	u := m.is()
	told.Subject, told.Email, told.EmailVerified, told.Name = subject, u.Email, oidc.Bool(u.Verified), u.Name
	if u.Groups != nil {
		told.AppendClaims("groups", u.Groups)
	}
	return nil
}

// AuthRequestByID implements op.AuthStorage.
func (m *memory) AuthRequestByID(ctx context.Context, id string) (op.AuthRequest, error) {
	return m.shown(m.Storage.AuthRequestByID(ctx, id))
}

// AuthRequestByCode implements op.AuthStorage.
func (m *memory) AuthRequestByCode(ctx context.Context, code string) (op.AuthRequest, error) {
	return m.shown(m.Storage.AuthRequestByCode(ctx, code))
}

// CreateAccessToken implements op.AuthStorage.
func (m *memory) CreateAccessToken(ctx context.Context, r op.TokenRequest) (string, time.Time, error) {
	if s, ok := r.(shown); ok {
		r = s.AuthRequest.(op.TokenRequest)
	}
	return m.Storage.CreateAccessToken(ctx, r)
}

func (m *memory) shown(r op.AuthRequest, err error) (op.AuthRequest, error) {
	if err != nil {
		return nil, err
	}
	return shown{r, m.is()}, nil
}

// shown is a request with what the test says of how and when.
type shown struct {
	op.AuthRequest
	user User
}

// GetAMR implements op.AuthRequest.
func (s shown) GetAMR() []string { return s.user.Methods }

// GetAuthTime implements op.AuthRequest.
func (s shown) GetAuthTime() time.Time {
	if s.user.NoTime {
		return time.Time{}
	}
	return s.AuthRequest.GetAuthTime()
}
