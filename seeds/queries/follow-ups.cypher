// Which meetings carry out an agreement
// Meetings held under or for an agreement, oldest first, so that one sees what became of it.
MATCH (m:Meeting)-[r:IMPLEMENTS]->(g:Agreement)
RETURN g.name AS agreement, g.status AS status, m.date AS date, m.name AS meeting, r.quotes[0] AS says
ORDER BY agreement, date, meeting
