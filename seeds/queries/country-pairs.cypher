// Meetings by country pair and year
// How many meetings brought together two countries in each year, by whom the people and agencies there represent.
// $country = null: only pairs with this country (ISO code)
MATCH (x)-[:ATTENDED]->(m:Meeting)
WHERE coalesce(m.status, 'held') = 'held'
OPTIONAL MATCH (x)-[:REPRESENTS]->(b)
WITH m, coalesce(x.country, b.country, b.iso2) AS country
WHERE country IS NOT NULL
WITH m, collect(DISTINCT country) AS countries
UNWIND countries AS one
UNWIND countries AS other
WITH m, one, other
WHERE one < other AND ($country IS NULL OR one = $country OR other = $country)
RETURN one, other, substring(m.date, 0, 4) AS year, count(m) AS meetings
ORDER BY one, other, year
