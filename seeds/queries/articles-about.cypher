// Which articles name something
// The articles that name a person, agency, country, agreement or meeting, newest first, with the words they use.
// $name = "": its name or key
MATCH (a:Article)-[r:MENTIONS]->(n)
WHERE n.name = $name OR n.key = $name OR $name IN n.aliases
RETURN a.published AS published, a.publisher AS publisher, a.name AS article, a.url AS url, n.key AS names,
       r.quotes[0] AS says
ORDER BY published DESC, article
