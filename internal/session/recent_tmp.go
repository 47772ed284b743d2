package session

func (s Signed) RequireRecent() error { return nil }
