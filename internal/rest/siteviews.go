package rest

import (
	"context"
	"net/http"

	"latchkey/internal/apikey"
	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// recordSiteView records that a user, named by the key of its cookie, saw a page.
func recordSiteView(c *call) (reply, error) {
	body, err := parseObject(c.body)
	if err != nil {
		return reply{}, err
	}
	var faults fault.Fields
	key, sent := sentText(body, "client_user")
	if !sent {
		faults.Add(missing("client_user"))
	}
	hit := bindSiteView(body, &faults)
	if err := faults.Err(); err != nil {
		return reply{}, err
	}
	var id int64
	err = c.writeOne(func(ctx context.Context, tx *store.Tx) (err error) {
		id, err = records.RecordPingHit(ctx, tx, records.ByKey(key), hit)
		return err
	})
	if err != nil {
		return reply{}, onUser("client_user", err)
	}
	return identified(http.StatusCreated, id), nil
}

// bindSiteView reads a page view. Its address is url, or page_domain with page_path.
func bindSiteView(body map[string]any, faults *fault.Fields) *records.NewPingHit {
	hit := &records.NewPingHit{}
	for _, name := range records.PingHitTexts() {
		faults.Add(fault.On(hit.Set(name, body[name]), name))
	}
	if body["url"] == nil {
		domain, hasDomain := sentText(body, "page_domain")
		path, hasPath := sentText(body, "page_path")
		if !hasDomain && !hasPath {
			faults.Add(missing("page_domain"))
		}
		faults.Add(fault.On(hit.Set("url", domain+path), "page_path"))
	}
	faults.Add(fault.On(hit.SetTime(body["timestamp"]), "timestamp"))
	faults.Add(fault.On(hit.SetData(body["extra_data"]), "extra_data"))
	return hit
}

func (c *call) writePingHit(w *writer, h *records.PingHit) {
	w.open('{')
	w.name("id")
	w.integer(h.ID)
	w.name(c.version.eventUserName())
	w.integer(h.ContactID)
	for _, member := range []struct {
		name  string
		value *string
	}{
		{"ip_address", h.IPAddress},
		{"user_agent", h.UserAgent},
		{"browser_family", h.BrowserFamily},
		{"browser_version", h.BrowserVersion},
		{"os_type", h.OSType},
		{"city", h.City},
		{"country", h.Country},
		{"url", h.URL},
		{"title", h.Title},
		{"referer", h.Referer},
		{"timezone", h.Timezone},
		{"resolution", h.Resolution},
	} {
		w.name(member.name)
		text(w, member.value)
	}
	w.name("timestamp")
	w.time(h.At)
	w.name("extra_data")
	w.raw(string(h.ExtraData))
	w.close('}')
}

func siteViewOperations() []operation {
	list := ofUser(records.PingHits, (*call).writePingHit)
	return []operation{
		{"site_views.record", "ping_hit", apikey.Write, methods(post), "site-views/", listed, recordSiteView},
		{"users.ping_hits", "ping_hit", apikey.Read, methods(get), "users/{id}/ping_hits/", listed, list},
		{"users_by_id.ping_hits", "ping_hit", apikey.Read, methods(get), "users-by-id/{custom_id}/ping_hits/", listed, list},
	}
}
