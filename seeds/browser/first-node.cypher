// One person, to begin with
// The person with the most relations: click the node to see its names, double-click it to see what it is joined to.
MATCH (p:Person)
RETURN p
ORDER BY COUNT { (p)--() } DESC, p.key
LIMIT 1
