// Package deploy holds what docker-compose.yml needs beside the binary: the
// script that prepares an empty PostgreSQL, and an example of its settings; and the
// rules for Prometheus. It has
// no Go code but its tests, which run the script against a private PostgreSQL and
// read the compose file; no container engine is needed for them.
package deploy
