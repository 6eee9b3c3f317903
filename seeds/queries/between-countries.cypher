// Who stands between two countries
// People who took part in meetings with people of both countries, with how many meetings lead to each.
// $one = "VN": the first country (ISO code)
// $other = "CN": the second country
MATCH (p:Person)-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(x)
WHERE coalesce(m.status, 'held') = 'held' AND x.key <> p.key
OPTIONAL MATCH (x)-[:REPRESENTS]->(b)
WITH p, m, coalesce(x.country, b.country, b.iso2) AS country
WHERE country IN [$one, $other]
WITH p, collect(DISTINCT CASE WHEN country = $one THEN m.key END) AS first,
     collect(DISTINCT CASE WHEN country = $other THEN m.key END) AS second
WHERE size(first) > 0 AND size(second) > 0
OPTIONAL MATCH (p)-[r:REPRESENTS]->(own)
WITH p, own, first, second
ORDER BY own.name
RETURN p.name AS person, collect(DISTINCT own.name) AS represents, size(first) AS with_one, size(second) AS with_other
ORDER BY with_one + with_other DESC, person
