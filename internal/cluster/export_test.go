package cluster

import "time"

// OnlyWhenTold lets a node that does not run yet beat for notifications alone.
func (n *Node) OnlyWhenTold() { n.every = 24 * time.Hour }

// Lasting gives a node that does not run yet leases of another length.
func (n *Node) Lasting(d time.Duration) { n.lasts = d }
