package usage

import (
	"context"

	"latchkey/internal/store"
)

// webPages is the latest request of each key that a web page made, refused or not:
// whoever has the page has the key.
type webPages map[keyID]store.BrowserUse

func (p webPages) count(call *Call) {
	if call.Origin != "" {
		p.add(store.BrowserUse{Workspace: call.Workspace, Key: call.Key, At: call.At, Origin: call.Origin})
	}
}

// add joins what is known of a key. Past maxRows keys, new ones are dropped.
func (p webPages) add(use store.BrowserUse) {
	id := keyID{use.Workspace, use.Key}
	known, ok := p[id]
	if !ok && len(p) >= maxRows || ok && known.At.After(use.At) {
		return
	}
	p[id] = use
}

// flushPages writes what was collected of web pages; what cannot be written is
// collected again.
func (c *Counter) flushPages(ctx context.Context) {
	c.mu.Lock()
	full := c.pages
	c.pages = webPages{}
	c.mu.Unlock()
	if len(full) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, flushTimeout)
	defer cancel()
	uses := make([]store.BrowserUse, 0, len(full))
	for _, use := range full {
		use.Origin = clean(use.Origin)
		uses = append(uses, use)
	}
	if err := c.store.FlushBrowserUses(ctx, uses); err != nil {
		c.log.Warn().Err(err).Int("rows", len(uses)).Msg("uses by web pages are kept for the next flush")
		c.mu.Lock()
		defer c.mu.Unlock()
		for _, use := range full {
			c.pages.add(use)
		}
	}
}
