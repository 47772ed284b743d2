package soak_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

const (
	workersANode = 4
	pace         = 80 * time.Millisecond // of one worker's requests, when answers are quicker
	patience     = 5 * time.Second       // with one answer
	briefly      = patience / 10         // with one of a paused node, which gives none
)

// rule is what must be decided about a key from now on.
type rule struct {
	accept bool
	after  string    // the change that made it so
	since  time.Time // when that had returned
	seen   [nodes]atomic.Int64
}

// subject is a key under load.
type subject struct {
	name   string
	secret string
	reads  bool // ask only for users: me/ is open to every scope
	// rule is nil while a change is on its way, and nothing can be demanded.
	rule atomic.Pointer[rule]
}

func (s *subject) set(accept bool, after string) {
	s.rule.Store(&rule{accept: accept, after: after, since: time.Now()})
}

// violation is a request that began after a change had returned and was decided
// by the rule before it.
type violation struct {
	subject, after string
	node, status   int
	later, took    time.Duration // since the change had returned; until the answer
}

func (v violation) String() string {
	return fmt.Sprintf("%d for %s on node %d, asked %s after %q had returned, answered within %s", v.status, v.subject, v.node, v.later, v.after, v.took)
}

// phase counts the answers to requests that began in it.
type phase struct{ accepted, refused, undecided, due atomic.Int64 }

// load asks all nodes all the time, and judges the answers.
type load struct {
	in       *installation
	subjects atomic.Pointer[[]*subject]
	phase    atomic.Pointer[phase]
	begun    [nodes]atomic.Int64 // requests, by node

	mu              sync.Mutex
	wronglyAccepted int
	wronglyRefused  int
	violations      []violation // the first of them
	strange         map[int]int // answers by status that nothing here explains
}

func newLoad(in *installation) *load {
	l := &load{in: in, strange: map[int]int{}}
	l.subjects.Store(&[]*subject{})
	l.phase.Store(&phase{})
	return l
}

// run works until ctx ends.
func (l *load) run(ctx context.Context, seed uint64) {
	var all sync.WaitGroup
	defer all.Wait()
	for i := range nodes * workersANode {
		all.Go(func() {
			rng := rand.New(rand.NewPCG(seed, uint64(i))) //nolint:gosec // a schedule, not a secret
			l.work(ctx, i%nodes, rng)
		})
	}
}

func (l *load) work(ctx context.Context, node int, rng *rand.Rand) {
	var c client
	defer c.drop()
	tick := time.NewTicker(pace)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if all := *l.subjects.Load(); len(all) > 0 {
			l.ask(&c, node, all[rng.IntN(len(all))], rng.IntN(3) == 0)
		}
	}
}

// ask sends one request. The order of its first and last lines is what the proof
// rests on.
func (l *load) ask(c *client, node int, s *subject, read bool) {
	start, rule, phase := time.Now(), s.rule.Load(), l.phase.Load()
	l.begun[node].Add(1)
	path := "/api/public/me/"
	if read || s.reads {
		path = "/api/public/users/?page_size=1"
	}
	at := l.in.node[node].Load()
	within := patience
	if at.paused.Load() {
		within = briefly
	}
	status, err := c.get(at.addr, path, s.secret, within)
	took := time.Since(start)
	if rule == nil || s.rule.Load() != rule {
		return
	}
	l.judge(phase, rule, violation{subject: s.name, after: rule.after, node: node, status: status, later: start.Sub(rule.since), took: took}, err)
}

func (l *load) judge(p *phase, r *rule, v violation, err error) {
	if r.accept {
		p.due.Add(1)
	}
	var accepted bool
	switch {
	case err != nil || v.status == http.StatusServiceUnavailable:
		p.undecided.Add(1)
		return
	case v.status == http.StatusOK:
		accepted = true
		p.accepted.Add(1)
	case v.status == http.StatusUnauthorized || v.status == http.StatusForbidden:
		p.refused.Add(1)
	default:
		l.mu.Lock()
		l.strange[v.status]++
		l.mu.Unlock()
		return
	}
	r.seen[v.node].Add(1)
	if accepted == r.accept {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if accepted {
		l.wronglyAccepted++
	} else {
		l.wronglyRefused++
	}
	if len(l.violations) < 20 {
		l.violations = append(l.violations, v)
	}
}

// add puts keys under load; of each lane's revoked ones the latest few stay.
func (l *load) add(s ...*subject) {
	all := append(append([]*subject{}, *l.subjects.Load()...), s...)
	l.subjects.Store(&all)
}

func (l *load) remove(gone *subject) {
	var all []*subject
	for _, s := range *l.subjects.Load() {
		if s != gone {
			all = append(all, s)
		}
	}
	l.subjects.Store(&all)
}

// settled waits until every node has decided a few times about every key under
// its present rule, so that it is in memory.
func (l *load) settled(ctx context.Context) error {
	var strange error
	err := eventually(ctx, "every node has decided about every key", func() bool {
		if strange = l.unexplained(); strange != nil {
			return true
		}
		for _, s := range *l.subjects.Load() {
			r := s.rule.Load()
			for i := range nodes {
				if r == nil || r.seen[i].Load() < 3 {
					return false
				}
			}
		}
		return true
	})
	return errors.Join(err, strange)
}

// unexplained reports answers that are neither a decision nor an outage.
func (l *load) unexplained() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.strange) > 0 {
		return fmt.Errorf("answers by status that nothing explains: %v", l.strange)
	}
	return nil
}

// goesOn waits until so many more requests have begun on the node.
func (l *load) goesOn(ctx context.Context, node int, requests int64) error {
	until := l.begun[node].Load() + requests
	return eventually(ctx, fmt.Sprintf("%d more requests to node %d have begun", requests, node), func() bool { return l.begun[node].Load() >= until })
}

// client is one keep-alive connection.
type client struct {
	conn net.Conn
	in   *bufio.Reader
	to   string
}

// get returns the status of one request. After an error the next one connects anew.
func (c *client) get(addr, path, secret string, within time.Duration) (status int, err error) {
	defer func() {
		if err != nil {
			c.drop()
		}
	}()
	if c.to != addr {
		c.drop()
	}
	if c.conn == nil {
		if c.conn, err = net.DialTimeout("tcp", addr, within); err != nil {
			return 0, err
		}
		c.in, c.to = bufio.NewReader(c.conn), addr
	}
	if err := c.conn.SetDeadline(time.Now().Add(within)); err != nil {
		return 0, err
	}
	if _, err := io.WriteString(c.conn, "GET "+path+" HTTP/1.1\r\nHost: "+addr+"\r\nUser-Agent: soak\r\nAuthorization: Token "+secret+"\r\n\r\n"); err != nil {
		return 0, err
	}
	answer, err := http.ReadResponse(c.in, nil)
	if err != nil {
		return 0, err
	}
	_, err = io.Copy(io.Discard, answer.Body)
	if answer.Close {
		c.drop()
	}
	return answer.StatusCode, errors.Join(err, answer.Body.Close())
}

func (c *client) drop() {
	if c.conn != nil {
		_ = c.conn.Close()
	}
	*c = client{}
}
