// What an article said, word for word
// The statements of one article as they were read, each with its quotes and offsets, before any identity was judged.
// $article = "": the article's key or headline; empty for the latest
MATCH (a:Article)
WHERE $article = '' OR a.headline = $article OR a.key = 'article:' + $article
WITH a
ORDER BY coalesce(a.published, '') DESC, a.key
LIMIT 1
MATCH (s:Statement)
WHERE 'article:' + s.article = a.key
RETURN s.about AS about, s.body AS said
ORDER BY s.kind DESC, s.ordinal
LIMIT 100
