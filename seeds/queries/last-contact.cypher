// When two countries last met
// For every two countries the number of meetings and the date of the last, the longest silence first.
MATCH (x)-[:ATTENDED]->(m:Meeting)
WHERE coalesce(m.status, 'held') = 'held' AND m.date IS NOT NULL
OPTIONAL MATCH (x)-[:REPRESENTS]->(b)
WITH m, coalesce(x.country, b.country, b.iso2) AS country
WHERE country IS NOT NULL
WITH m, collect(DISTINCT country) AS countries
UNWIND countries AS one
UNWIND countries AS other
WITH m, one, other
WHERE one < other
RETURN one, other, count(m) AS meetings, max(m.date) AS last
ORDER BY last, one, other
