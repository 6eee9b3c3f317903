// Where articles contradict each other
// Nodes with a property that articles give different values; `communique show KEY` lists each with its sources.
MATCH (n)
WHERE size(n.differing) > 0
RETURN n.key AS key, n.name AS name, labels(n)[0] AS label, n.differing AS differing, n.sources AS sources
ORDER BY sources DESC, key
