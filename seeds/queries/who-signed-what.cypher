// Who signed what
// Every signature of a person, an agency or a country, with the agreement, its date and the sentence that says so.
// $agreement = "": only agreements with this in their name
MATCH (s)-[r:SIGNED]->(g:Agreement)
WHERE toLower(g.name) CONTAINS toLower($agreement)
RETURN g.name AS agreement, g.kind AS kind, coalesce(r.date, g.date) AS date, s.name AS signatory, labels(s)[0] AS as_a,
       r.quotes[0] AS says
ORDER BY date, agreement, signatory
