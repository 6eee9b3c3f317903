// The agreements of a country
// What a country or its agencies signed or are party to, newest first.
// $country = "VN": the country (ISO code)
MATCH (x)-[r:SIGNED|PARTY_TO]->(g:Agreement)
WHERE coalesce(x.country, x.iso2) = $country
WITH g, x, r
ORDER BY type(r) DESC, x.name
WITH g, collect(DISTINCT x.name) AS on_its_side, collect(r.quotes[0]) AS says
OPTIONAL MATCH (y)-[:SIGNED|PARTY_TO]->(g)
WHERE coalesce(y.country, y.iso2) <> $country
WITH g, on_its_side, says, y
ORDER BY y.name
RETURN g.date AS date, g.name AS agreement, g.kind AS kind, g.status AS status, on_its_side, collect(DISTINCT y.name) AS with_whom,
       says[0] AS says
ORDER BY date DESC, agreement
