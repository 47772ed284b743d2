package postgres

import (
	"errors"
	"net"
	"strings"

	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"
)

// unreached says what to do about a server that does not let in who comes with rawURL. Other
// errors stay as they are.
func unreached(rawURL string, err error) error {
	u, urlErr := parseURL(rawURL)
	if err == nil || urlErr != nil {
		return err
	}
	var network net.Error
	switch e := pq.As(err); {
	case e != nil && strings.HasPrefix(string(e.Code), "28"):
		return saying(ErrUnreached, "PostgreSQL at %s does not let %s in. Correct the role or its password in the database URL, or the server's pg_hba.conf.",
			u.Host, u.User.Username()).Because(err)
	case e != nil && e.Code == pqerror.InvalidCatalogName:
		return saying(ErrUnreached, "PostgreSQL at %s has no database %s. Make it, or correct its name in the database URL.",
			u.Host, strings.TrimPrefix(u.Path, "/")).Because(err)
	case errors.As(err, &network):
		return saying(ErrUnreached, "PostgreSQL cannot be reached at %s. Start it, or correct the host and the port in the database URL.", u.Host).Because(err)
	}
	return err
}
