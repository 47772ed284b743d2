package rest

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"latchkey/internal/apikey"
	"latchkey/internal/records"
)

func pipelineProbes() map[string][]probe {
	return map[string][]probe{
		"pipelines.list":   {{"pipelines/", ""}, {"pipelines/?name__contains=Canary", ""}},
		"pipelines.create": {{"pipelines/", `{"name": "Sent"}`}},
		"pipelines.get":    {{"pipelines/{pipeline}/", ""}},
		"pipelines.update": {{"pipelines/{pipeline}/", `{"name": "Sent"}`}, {"pipelines/{pipeline}/", `{}`}},
		"pipelines.delete": {{"pipelines/{pipeline}/", ""}},
		"pipelines.stages": {{"pipelines/{pipeline}/stages/", ""}},

		"stages.list":   {{"stages/", ""}, {"stages/?pipeline={pipeline}", ""}},
		"stages.create": {{"stages/", `{"name": "Sent", "pipeline": {pipeline}}`}, {"stages/", `{"name": "Sent"}`}},
		"stages.get":    {{"stages/{stage}/", ""}},
		"stages.update": {{"stages/{stage}/", `{"name": "Sent", "order": 5}`}, {"stages/{stage}/", `{"pipeline": {pipeline}}`}},
		"stages.delete": {{"stages/{stage}/", ""}},

		"deal_loss_reasons.list":   {{"deal-loss-reasons/", ""}},
		"deal_loss_reasons.create": {{"deal-loss-reasons/", `{"name": "Sent"}`}},
		"deal_loss_reasons.get":    {{"deal-loss-reasons/{loss_reason}/", ""}},
		"deal_loss_reasons.update": {{"deal-loss-reasons/{loss_reason}/", `{"name": "Sent"}`}},
		"deal_loss_reasons.delete": {{"deal-loss-reasons/{loss_reason}/", ""}},
	}
}

// All stages of a pipeline fit on the one page that shows them in order.
func TestAPipelineHasSoManyStages(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	all := acme.keys[apikey.All]
	for range 2 {
		w.send(t, all, 2, http.MethodPost, "pipelines/", `{"name": "Sales"}`)
	}
	w.exec(t, acme, `INSERT INTO stage (workspace_id, pipeline_id, name, created_at, updated_at) SELECT $1, 1, 'Stage', now(), now() FROM generate_series(1, $2)`,
		acme.who.Workspace(), records.MaxStages-1)
	for n := range 2 {
		a := w.send(t, all, 2, http.MethodPost, "stages/", `{"name": "One more", "pipeline": 1}`)
		if full := strings.Contains(a.text, "too_many_stages"); full != (n == 1) {
			t.Errorf("%d: %d %s", n, a.StatusCode, a.text)
		}
	}
	w.send(t, all, 2, http.MethodPost, "stages/", `{"name": "Elsewhere", "pipeline": 2}`)
	a := w.send(t, all, 2, http.MethodGet, "stages/?pipeline=2", "")
	var moved int
	if _, err := fmt.Sscanf(a.text[strings.Index(a.text, `"id":`):], `"id":%d`, &moved); err != nil {
		t.Fatalf("%v: %s", err, a.text)
	}
	if a := w.send(t, all, 2, http.MethodPatch, fmt.Sprintf("stages/%d/", moved), `{"pipeline": 1}`); !strings.Contains(a.text, "too_many_stages") {
		t.Errorf("moving: %d %s", a.StatusCode, a.text)
	}
	if a := w.send(t, all, 2, http.MethodGet, "pipelines/1/stages/", ""); strings.Count(a.text, `"order":`) != records.MaxStages {
		t.Errorf("not all stages: %s", a.text)
	}
}
