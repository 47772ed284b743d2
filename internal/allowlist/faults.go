package allowlist

import "latchkey/internal/fault"

// What is wrong with an address or a range.
var (
	ErrEmpty       = invalid("ADDRESS_EMPTY", "Write an IP address, or a range such as 203.0.113.0/24.")
	ErrTooLong     = invalid("ADDRESS_TOO_LONG", "This is too long to be an IP address or a range.")
	ErrZone        = invalid("ADDRESS_ZONE", "Leave out the zone (the part after %): it means something on one machine only.")
	ErrLeadingZero = invalid("ADDRESS_LEADING_ZERO", "Write the numbers of an IPv4 address without leading zeros, as in 10.0.0.1.")
	ErrPort        = invalid("ADDRESS_PORT", "Leave out the port and the brackets: the list holds addresses only.")
	ErrHostname    = invalid("ADDRESS_HOSTNAME", "Host names are not looked up. Write the IP address instead.")
	ErrAddress     = invalid("ADDRESS_INVALID", "This is not an IPv4 or IPv6 address.")
	ErrNotSingle   = invalid("ADDRESS_IS_RANGE", "Write one address, without a slash.")
	ErrBits        = invalid("RANGE_LENGTH_INVALID", "After the slash comes a whole number without spaces, sign or leading zeros, as in 203.0.113.0/24.")
	ErrBitsTooLong = invalid("RANGE_LENGTH_TOO_LONG", "The number after the slash is at most 32 for IPv4 and 128 for IPv6.")
	ErrMappedWide  = invalid("RANGE_MAPPED_TOO_WIDE", "This range holds IPv4 addresses and others besides. Write the IPv4 range itself, as in 10.0.0.0/8.")
)

// What is wrong with a note.
var (
	ErrNoteTooLong = invalid("NOTE_TOO_LONG", "A note has at most 200 characters.")
	ErrNoteInvalid = invalid("NOTE_INVALID", "A note is one line of text, without control characters.")
)

func invalid(code fault.Code, message string) *fault.Error {
	return fault.New(fault.Invalid, code, message)
}
