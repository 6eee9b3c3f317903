// Where meetings are held
// Countries and places by the number of meetings held there.
MATCH (m:Meeting)
WHERE m.country IS NOT NULL
WITH m
ORDER BY m.place
RETURN m.country AS country, count(m) AS meetings, collect(DISTINCT m.place) AS places, max(m.date) AS last
ORDER BY meetings DESC, country
