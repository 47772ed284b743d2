package receipt

import (
	"time"

	"github.com/google/uuid"

	"latchkey/internal/fault"
)

// maxAge is how long after its refusal a receipt can be opened.
const maxAge = 30 * 24 * time.Hour

// Why a receipt does not open.
var (
	// ErrUnreadable is also the answer for a receipt that is not the asker's.
	ErrUnreadable = fault.New(fault.Invalid, "RECEIPT_UNREADABLE", "This is not a receipt that you can open. Copy all of it, from lkr_ to its end, out of the answer that was refused.")
	ErrTooOld     = fault.New(fault.Invalid, "RECEIPT_TOO_OLD", "This receipt is older than 30 days and cannot be explained any more. Repeat the request and use its new receipt.")
)

// Opener reads receipts.
type Opener struct {
	keys  map[header]openingKey
	decoy openingKey
}

type openingKey struct {
	key
	data []byte // associated
}

// NewOpener returns an opener of what any of keys has sealed for the
// installation whose id this is.
func NewOpener(keys Keys, installation uuid.UUID) *Opener {
	o := &Opener{
		keys:  make(map[header]openingKey, len(keys.list)),
		decoy: openingKey{keys.decoy, associated(header{}, installation)},
	}
	for _, k := range keys.list {
		h := headerOf(k.id)
		o.keys[h] = openingKey{k, associated(h, installation)}
	}
	return o
}

// Open returns the receipt in text, found as [Find] finds it. The error is
// [ErrUnreadable] or [ErrTooOld]. With ErrTooOld the receipt is returned as
// well: somebody else's must be answered with ErrUnreadable, whatever its age.
func (o *Opener) Open(text string, now time.Time) (Receipt, error) {
	sealed := parseRaw(text)
	k := o.key(header(sealed[:nonceAt]), now)
	plain, err := k.aead().Open(nil, sealed[nonceAt:sealedAt], sealed[sealedAt:], k.data)
	if err != nil {
		return Receipt{}, ErrUnreadable
	}
	r, err := parsePlain(plain)
	if err != nil {
		return Receipt{}, ErrUnreadable
	}
	if now.Sub(r.At) > maxAge {
		return r, ErrTooOld
	}
	return r, nil
}

// key returns the decoy for what no live key has sealed.
func (o *Opener) key(h header, now time.Time) openingKey {
	k, known := o.keys[h]
	if !known || !k.until.IsZero() && !now.Before(k.until) {
		return o.decoy
	}
	return k
}
