// Everything around one person
// The meetings, agreements, agencies and countries of the person with this name or key, two steps far.
// $person = "": name or key; empty for the one with the most relations
MATCH (p:Person)
WHERE $person = '' OR p.name = $person OR p.key = $person OR $person IN p.aliases
WITH p
ORDER BY COUNT { (p)--() } DESC, p.key
LIMIT 1
MATCH path = (p)-[:ATTENDED|CHAIRED|CO_CHAIRED|SIGNED|REPRESENTS]->()-[:OF|HELD_IN|IMPLEMENTS|PARTY_TO*0..1]-()
RETURN path
LIMIT 200
