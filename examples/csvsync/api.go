package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const (
	attempts    = 8                // of one request
	patience    = 30 * time.Second // for one answer
	longestWait = 30 * time.Second // between two attempts
	mostAnswer  = 1 << 20          // bytes
)

// api calls the data plane with one key.
type api struct {
	base, key string
	client    *http.Client
}

func newAPI(base, key string) *api {
	return &api{strings.TrimSuffix(base, "/") + "/api/public/", key, &http.Client{Timeout: patience}}
}

// refused is an answer that another attempt would not change.
type refused struct {
	status int
	body   string
}

func (r *refused) Error() string { return fmt.Sprintf("answered %d: %s", r.status, r.body) }

// post sends a body until it has an answer that counts, and decodes that into answer
// unless it is nil. Requests with one idempotency key take effect once.
func (a *api) post(ctx context.Context, path, idempotencyKey string, body, answer any) error {
	encoded, err := json.Marshal(body)
	if err != nil {
		return err
	}
	for attempt := 1; ; attempt++ {
		wait, err := a.attempt(ctx, path, idempotencyKey, encoded, answer)
		if err == nil {
			return nil
		}
		if _, final := err.(*refused); final || attempt == attempts {
			return err
		}
		if wait == 0 {
			wait = rand.N(min(longestWait, 100*time.Millisecond<<attempt)) // so that not all come back at once
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
	}
}

// attempt sends the request once. wait is how long the answer asks to wait.
func (a *api) attempt(ctx context.Context, path, idempotencyKey string, body []byte, answer any) (wait time.Duration, err error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, a.base+path, bytes.NewReader(body))
	if err != nil {
		return 0, &refused{body: err.Error()}
	}
	r.Header.Set("Authorization", "Token "+a.key)
	r.Header.Set("Accept", "*/*; version=2")
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Idempotency-Key", idempotencyKey)
	response, err := a.client.Do(r)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close() // it is read to its end, or given up
	content, err := io.ReadAll(io.LimitReader(response.Body, mostAnswer))
	switch status := response.StatusCode; {
	case err != nil:
		return 0, err
	case status == http.StatusTooManyRequests || status == http.StatusConflict || status >= 500:
		seconds, _ := strconv.Atoi(response.Header.Get("Retry-After"))
		return min(longestWait, time.Duration(seconds)*time.Second), fmt.Errorf("answered %d: %s", status, content)
	case status >= 300:
		return 0, &refused{status, string(content)}
	case answer != nil:
		return 0, json.Unmarshal(content, answer)
	}
	return 0, nil
}
