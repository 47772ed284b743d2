package rest

import (
	"context"
	"encoding/base64"
	"maps"
	"net/http"
	"net/url"
	"strconv"

	"latchkey/internal/records"
	"latchkey/internal/store"
)

// position reads which page is asked for. A page size out of bounds is brought
// into them; a page or cursor that does not exist is an error.
func (c *call) position() (records.Position, error) {
	query := c.query
	at := records.Position{Size: records.MaxPageSize}
	if size, err := strconv.Atoi(query.Get("page_size")); err == nil && size > 0 {
		at.Size = min(size, records.MaxPageSize)
	}
	switch {
	case query.Get("cursor") != "":
		return at, readCursor(query.Get("cursor"), &at)
	case query.Get("page") != "":
		number, err := strconv.Atoi(query.Get("page"))
		if err != nil || number < 1 {
			return at, records.ErrInvalidPage
		}
		at.Number = number
	}
	return at, nil
}

// A cursor is a direction and the id that the page begins beside.
const (
	after  = 'a'
	before = 'b'
)

func cursor(direction byte, id int64) string {
	return base64.RawURLEncoding.EncodeToString(strconv.AppendInt([]byte{direction}, id, 10))
}

func readCursor(text string, at *records.Position) error {
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || len(raw) < 2 {
		return records.ErrInvalidPage
	}
	id, err := strconv.ParseInt(string(raw[1:]), 10, 64)
	if err != nil || id < 1 {
		return records.ErrInvalidPage
	}
	switch raw[0] {
	case after:
		at.After = id
	case before:
		at.Before = id
	default:
		return records.ErrInvalidPage
	}
	return nil
}

// envelope is the answer that holds a page.
func envelope[T any](c *call, page records.Page[T], item func(*writer, *T)) reply {
	next, previous := c.links(page.Before, page.Beyond, page.First, page.Last)
	w := newWriter()
	w.open('{')
	w.name("count")
	w.integer(page.Count)
	w.name("next")
	link(w, next)
	w.name("previous")
	link(w, previous)
	w.name("results")
	w.open('[')
	for i := range page.Items {
		item(w, &page.Items[i])
	}
	w.close(']')
	w.close('}')
	return reply{http.StatusOK, w.b}
}

func link(w *writer, url string) {
	if url == "" {
		w.null()
		return
	}
	w.text(url)
}

// links are the neighbouring pages: numbered for whoever numbers, until numbers
// end, and by cursor otherwise.
func (c *call) links(hasPrevious, hasNext bool, first, last int64) (next, previous string) {
	number, _ := strconv.Atoi(c.query.Get("page"))
	numbered := number > 0 && c.query.Get("cursor") == ""
	switch {
	case hasNext && numbered && number < records.MaxPages:
		next = c.pageURL("page", strconv.Itoa(number+1))
	case hasNext && last > 0:
		next = c.pageURL("cursor", cursor(after, last))
	}
	switch {
	case hasPrevious && numbered:
		previous = c.pageURL("page", strconv.Itoa(number-1))
	case hasPrevious && first > 0:
		previous = c.pageURL("cursor", cursor(before, first))
	}
	return next, previous
}

// pageURL is the request's own URL, on the host that the client used, with another page.
func (c *call) pageURL(name, value string) string {
	query := maps.Clone(c.query)
	if query == nil {
		query = url.Values{}
	}
	query.Del("page")
	query.Del("cursor")
	query.Set(name, value)
	u := url.URL{Scheme: c.scheme(), Host: c.host(), Path: c.r.URL.Path, RawPath: c.r.URL.RawPath, RawQuery: query.Encode()}
	return u.String()
}

// ofUser lists what belongs to the user that the path names.
func ofUser[T any](list func(context.Context, *store.View, records.Ref, records.Position) (records.Page[T], error),
	item func(*call, *writer, *T),
) func(*call) (reply, error) {
	return func(c *call) (reply, error) {
		ref, err := c.ref()
		if err != nil {
			return reply{}, err
		}
		at, err := c.position()
		if err != nil {
			return reply{}, err
		}
		var page records.Page[T]
		err = c.read(func(ctx context.Context, v *store.View) (err error) {
			page, err = list(ctx, v, ref, at)
			return err
		})
		if err != nil {
			return reply{}, err
		}
		return envelope(c, page, func(w *writer, t *T) { item(c, w, t) }), nil
	}
}
