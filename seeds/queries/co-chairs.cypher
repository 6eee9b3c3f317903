// Who co-chaired with whom
// Every two people who presided over a meeting together, with how often and the last date.
MATCH (a:Person)-[:CO_CHAIRED]->(m:Meeting)<-[:CO_CHAIRED]-(b:Person)
WHERE a.key < b.key
WITH a, b, m
ORDER BY m.date, m.name, m.key
RETURN a.name AS one, b.name AS other, count(m) AS meetings, max(m.date) AS last, collect(m.name) AS names
ORDER BY meetings DESC, one, other
