package cluster

import "time"

// OnlyWhenTold lets a node that does not run yet beat for notifications alone.
func (n *Node) OnlyWhenTold() { n.every = 24 * time.Hour }
