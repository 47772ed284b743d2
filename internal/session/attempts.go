package session

import (
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
)

// attempts limits how often passwords are tried.
type attempts struct {
	addresses *limiter // by an address
	accounts  *limiter // by an address at one account

	// At one account, from everywhere. Names that nobody has are counted apart, so that
	// many of them do not make the counts of accounts be forgotten.
	people, nobody *limiter

	// familiar are addresses and accounts that have given the right password. They are not
	// counted with everybody: whoever tries an account from everywhere must not keep its
	// person out of it where they are at home.
	familiar *lru.Cache[string, struct{}]
}

func newAttempts() attempts {
	familiar, err := lru.New[string, struct{}](remembered)
	if err != nil {
		panic(err) // only a size below 1 is refused
	}
	return attempts{
		addresses: newLimiter(20, 6*time.Second), accounts: newLimiter(10, 30*time.Second),
		people: newLimiter(50, 10*time.Second), nobody: newLimiter(50, 10*time.Second), familiar: familiar,
	}
}

// here uses up an attempt of the address, and one of the address at the account.
func (a attempts) here(near, key string, now time.Time) error {
	wait := a.addresses.take(near, now)
	if wait == 0 {
		wait = a.accounts.take(near+" "+key, now)
	}
	return limited(wait, tried)
}

// everywhere uses up an attempt of all at the account; exists says whether there is one.
// giveBack returns it, because it was no guess.
func (a attempts) everywhere(near, key string, exists bool, now time.Time) (giveBack func(), err error) {
	if a.familiar.Contains(near + " " + key) {
		return func() {}, nil
	}
	all := a.nobody
	if exists {
		all = a.people
	}
	return func() { all.giveBack(key); a.familiar.Add(near+" "+key, struct{}{}) }, limited(all.take(key, now), tried)
}

// giveBack returns what here used up, because the attempt was no guess.
func (a attempts) giveBack(near, key string) {
	a.addresses.giveBack(near)
	a.accounts.giveBack(near + " " + key)
}

const tried = "Too many attempts to sign in."
