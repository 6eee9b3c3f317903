// Who met whom, and when
// Every two people who took part in the same meeting that was held, with its date, place and the sentence that says so.
// $person = null: only meetings of the person with this name or key
// $since = "": only meetings on or after this date (YYYY, YYYY-MM or YYYY-MM-DD)
// $until = "9999": only meetings before this date
MATCH (a:Person)-[r:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(b:Person)
WHERE a.key <> b.key
  AND coalesce(m.status, 'held') = 'held'
  AND (($person IS NULL AND a.key < b.key) OR a.name = $person OR a.key = $person OR $person IN a.aliases)
  AND coalesce(m.date, '') >= $since
  AND coalesce(m.date, '') < $until
RETURN a.name AS person, b.name AS met, m.date AS date, m.name AS meeting, m.place AS place, r.quotes[0] AS says
ORDER BY date, person, met, meeting
