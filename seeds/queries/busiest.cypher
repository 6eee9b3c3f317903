// Who meets most
// People by the number of meetings they took part in, and how many others they met there.
// $limit = 20: how many people
MATCH (p:Person)-[:ATTENDED]->(m:Meeting)
WHERE coalesce(m.status, 'held') = 'held'
OPTIONAL MATCH (m)<-[:ATTENDED]-(o:Person)
WHERE o.key <> p.key
RETURN p.name AS person, count(DISTINCT m) AS meetings, count(DISTINCT o) AS people
ORDER BY meetings DESC, people DESC, person
LIMIT $limit
