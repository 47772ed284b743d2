package verify

// Waiting counts what waits.
func (r *Rehasher) Waiting() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.waiting)
}
