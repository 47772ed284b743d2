package httpserver

import (
	"strings"

	"github.com/rs/zerolog"
)

// errorLog takes what net/http logs. Many of its messages quote what a client
// sent, so only those are passed on whose text is the server's own.
type errorLog struct {
	log   zerolog.Logger
	plane string
}

// ownMessages begin the messages of net/http that hold nothing from a client:
// trouble with the listener, and mistakes of handlers.
var ownMessages = []string{
	"http: Accept error: ",
	"http: superfluous response.WriteHeader call from ",
	"http: response.WriteHeader on hijacked connection from ",
	"http: response.Write on hijacked connection from ",
}

// Write logs one message.
func (l errorLog) Write(message []byte) (int, error) {
	text := "an error of net/http, withheld because it may quote a client"
	for _, own := range ownMessages {
		if strings.HasPrefix(string(message), own) {
			text = strings.TrimSpace(string(message))
		}
	}
	l.log.Warn().Str("plane", l.plane).Msg(text)
	return len(message), nil
}
