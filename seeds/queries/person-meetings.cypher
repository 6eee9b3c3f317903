// The meetings of one person
// Everything a person took part in, with the role, the others who were there and the sentence that says so.
// $person = "": name or key
MATCH (p:Person)-[r:ATTENDED]->(m:Meeting)
WHERE p.name = $person OR p.key = $person OR $person IN p.aliases
OPTIONAL MATCH (p)-[c:CHAIRED|CO_CHAIRED]->(m)
OPTIONAL MATCH (o)-[:ATTENDED]->(m)
WHERE o.key <> p.key
WITH m, r, c, o
ORDER BY type(c), o.name
WITH m, r, collect(DISTINCT type(c)) AS roles, collect(DISTINCT o.name) AS others
RETURN m.date AS date, m.name AS meeting, m.kind AS kind, m.status AS status, m.place AS place, roles, others,
       r.quotes[0] AS says
ORDER BY date, meeting
