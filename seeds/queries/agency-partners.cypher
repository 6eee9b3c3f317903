// Which agencies meet
// Every two agencies whose people met, or that took part themselves, with how often and from when to when.
// $agency = "": only pairs with an agency with this in its name
MATCH (x)-[:ATTENDED]->(m:Meeting)
WHERE coalesce(m.status, 'held') = 'held'
OPTIONAL MATCH (x)-[:REPRESENTS]->(b:Agency)
WITH m, coalesce(b.key, x.key) AS key
MATCH (a:Agency {key: key})
WITH m, collect(DISTINCT a) AS there
UNWIND there AS one
UNWIND there AS other
WITH m, one, other
WHERE one.key < other.key
  AND (toLower(one.name) CONTAINS toLower($agency) OR toLower(other.name) CONTAINS toLower($agency))
RETURN one.name AS one, one.country AS one_country, other.name AS other, other.country AS other_country,
       count(m) AS meetings, min(m.date) AS first, max(m.date) AS last
ORDER BY meetings DESC, one, other
