// What rests on the least
// Relations that a single source states, the least sure first: what to check before one relies on it.
// $limit = 20: how many relations
MATCH (a)-[r]->(b)
WHERE r.sources = 1 AND type(r) <> 'MENTIONS'
RETURN a.name AS one, type(r) AS relation, b.name AS other, r.confidences[0] AS confidence, r.quotes[0] AS says,
       r.articles[0] AS article
ORDER BY confidence, one, relation, other
LIMIT $limit
