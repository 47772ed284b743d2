package receipt

import (
	"encoding/binary"
	"errors"
	"net/netip"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"
)

// The layout of the plaintext, version 1. Numbers are big-endian, what is absent
// or unused is zero.
//
//	at   bytes
//	 0    8     time, in milliseconds since 1970
//	 8   16     workspace
//	24   16     key
//	40    3     reason, scope, access: their places in the tables
//	43   17     4, 6 or 0 for none; the address, IPv4 in its mapped form
//	60   47     length of the operation's name, the name
//	107  65     length of the request id, the id
const (
	maxOperation = 46
	maxRequestID = 64
	plainSize    = 8 + 16 + 16 + 3 + 17 + 1 + maxOperation + 1 + maxRequestID
)

var errLayout = errors.New("receipt: not laid out as a receipt")

// appendPlain appends the plainSize bytes of r to b.
func (r *Receipt) appendPlain(b []byte) ([]byte, error) {
	reason, err := reasons.code(r.Reason)
	if err != nil {
		return nil, err
	}
	if reason == 0 {
		return nil, errors.New("receipt: a refusal has a reason")
	}
	scope, err := scopes.code(r.Scope)
	if err != nil {
		return nil, err
	}
	access, err := accesses.code(r.Access)
	if err != nil {
		return nil, err
	}
	b = binary.BigEndian.AppendUint64(b, uint64(r.At.UnixMilli()))
	b = append(b, r.Workspace[:]...)
	b = append(b, r.Key[:]...)
	b = append(b, reason, scope, access)
	b = appendAddress(b, r.Address)
	b = appendText(b, r.Operation, maxOperation)
	return appendText(b, r.RequestID, maxRequestID), nil
}

// appendAddress leaves an IPv6 zone out: it means something to one machine only.
func appendAddress(b []byte, a netip.Addr) []byte {
	kind, bytes := byte(0), [16]byte{}
	if a.IsValid() {
		kind, bytes = 6, a.As16()
	}
	if a.Is4() {
		kind = 4
	}
	return append(append(b, kind), bytes[:]...)
}

// appendText appends at most size bytes of text, without half a character at
// the cut, filled up with zeros.
func appendText(b []byte, text string, size int) []byte {
	if len(text) > size {
		end := size
		for end > 0 && !utf8.RuneStart(text[end]) {
			end--
		}
		text = text[:end]
	}
	b = append(b, byte(len(text)))
	b = append(b, text...)
	for range size - len(text) {
		b = append(b, 0)
	}
	return b
}

// parsePlain is the inverse of appendPlain. It accepts nothing that appendPlain
// does not write.
func parsePlain(b []byte) (Receipt, error) {
	if len(b) != plainSize {
		return Receipt{}, errLayout
	}
	var errs [6]error
	r := Receipt{
		At:        time.UnixMilli(int64(binary.BigEndian.Uint64(b))).UTC(),
		Workspace: uuid.UUID(b[8:24]),
		Key:       uuid.UUID(b[24:40]),
	}
	r.Reason, errs[0] = reasons.name(b[40])
	r.Scope, errs[1] = scopes.name(b[41])
	r.Access, errs[2] = accesses.name(b[42])
	r.Address, errs[3] = parseAddress(b[43], [16]byte(b[44:60]))
	r.Operation, errs[4] = parseText(b[60:107])
	r.RequestID, errs[5] = parseText(b[107:])
	if err := errors.Join(errs[:]...); err != nil {
		return Receipt{}, err
	}
	if r.Reason == "" {
		return Receipt{}, errLayout
	}
	return r, nil
}

func parseAddress(kind byte, bytes [16]byte) (netip.Addr, error) {
	a := netip.AddrFrom16(bytes)
	switch {
	case kind == 0 && bytes == [16]byte{}:
		return netip.Addr{}, nil
	case kind == 4 && a.Is4In6():
		return a.Unmap(), nil
	case kind == 6:
		return a, nil
	}
	return netip.Addr{}, errLayout
}

// parseText reads a length, that many bytes of text, and zeros.
func parseText(field []byte) (string, error) {
	length, field := int(field[0]), field[1:]
	if length > len(field) {
		return "", errLayout
	}
	for _, c := range field[length:] {
		if c != 0 {
			return "", errLayout
		}
	}
	return string(field[:length]), nil
}
