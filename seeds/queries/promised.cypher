// What is promised but not signed
// Agreements that are proposed and that no article has seen signed, with their parties and who says so.
MATCH (g:Agreement {status: 'proposed'})
WHERE NOT EXISTS { (g)<-[:SIGNED]-() }
OPTIONAL MATCH (p)-[:PARTY_TO]->(g)
OPTIONAL MATCH (a:Article)-[r:MENTIONS]->(g)
WITH g, p, a, r
ORDER BY p.name, a.published, a.key
RETURN g.name AS agreement, g.kind AS kind, g.date AS expected, collect(DISTINCT p.name) AS parties,
       min(a.published) AS first_promised, collect(DISTINCT r.quotes[0]) AS says
ORDER BY first_promised, agreement
