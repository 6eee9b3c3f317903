// Meetings and who took part
// People, the meetings they attended or chaired, and where these were held: click a relation to read its sentences.
// $most = 60: how many meetings to draw, the latest first
MATCH (m:Meeting)
WITH m
ORDER BY coalesce(m.date, '') DESC, m.key
LIMIT toInteger($most)
MATCH path = (m)-[:ATTENDED|CHAIRED|CO_CHAIRED|HELD_IN]-(:Person|Country)
RETURN path
