// Agreements and who is bound by them
// Who signed what, which agencies and countries are parties, and the meetings that carry it out.
// $most = 60: how many agreements to draw, the latest first
MATCH (a:Agreement)
WITH a
ORDER BY coalesce(a.date, '') DESC, a.key
LIMIT toInteger($most)
MATCH path = (a)<-[:SIGNED|PARTY_TO|IMPLEMENTS]-()
RETURN path
