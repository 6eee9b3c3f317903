// Who has represented which agency, from when to when
// Every title under which a person acted for an agency or a country, with the first and last date of articles that say so.
// $person = null: only the person with this name or key
// $agency = "": only agencies or countries with this in their name
MATCH (p:Person)-[r:REPRESENTS]->(b)
WHERE ($person IS NULL OR p.name = $person OR p.key = $person OR $person IN p.aliases)
  AND toLower(b.name) CONTAINS toLower($agency)
UNWIND CASE WHEN r.titles IS NULL THEN [null] ELSE range(0, size(r.titles) - 1) END AS i
RETURN p.name AS person, b.name AS represents, coalesce(b.country, b.iso2) AS country,
       r.titles[coalesce(i, 0)] AS title,
       CASE WHEN i IS NULL THEN r.first_seen WHEN r.titles_since[i] <> '' THEN r.titles_since[i] END AS first_seen,
       CASE WHEN i IS NULL THEN r.last_seen WHEN r.titles_until[i] <> '' THEN r.titles_until[i] END AS last_seen,
       r.sources AS sources
ORDER BY person, first_seen, represents, title
