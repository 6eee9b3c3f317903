// The shortest chain between two people
// How one person leads to another over shared meetings, agreements and agencies, with the evidence for each step.
// $from = "": name or key of the first person
// $to = "": name or key of the second person
MATCH (a:Person)
WHERE a.name = $from OR a.key = $from OR $from IN a.aliases
MATCH (b:Person)
WHERE (b.name = $to OR b.key = $to OR $to IN b.aliases) AND b.key <> a.key
MATCH path = shortestPath((a)-[:ATTENDED|SIGNED|REPRESENTS|PARTY_TO*..8]-(b))
WITH nodes(path) AS stops, relationships(path) AS steps
UNWIND range(0, size(steps) - 1) AS i
RETURN i + 1 AS step, stops[i].name AS one, type(steps[i]) AS relation, stops[i + 1].name AS other,
       steps[i].quotes[0] AS says, steps[i].articles[0] AS article
ORDER BY step
