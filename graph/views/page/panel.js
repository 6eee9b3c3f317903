// The side panel. Everything from articles goes through textContent: nothing here parses HTML.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const known = read('details');
const looks = read('looks');
const panel = document.getElementById('panel');
const relationsOf = new Map();
known.relations.forEach((relation, i) => {
  for (const end of new Set([relation.source, relation.target])) {
    if (!relationsOf.has(end)) relationsOf.set(end, []);
    relationsOf.get(end).push(i);
  }
});

function make(tag, options, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(options || {})) {
    if (name === 'text') element.textContent = value;
    else if (name === 'click') element.addEventListener('click', value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

const nameOf = (key) => known.nodes[key].name;
const isolated = (tag, text, options) => make(tag, { ...options, text: text, dir: 'auto' });

// Opens http and https alone, whatever the data say.
function headline(article) {
  let safe = '';
  try {
    const address = new URL(article.url);
    if (address.protocol === 'https:' || address.protocol === 'http:') safe = address.href;
  } catch { /* no address: the headline stays words */ }
  return safe
    ? isolated('a', article.headline, { href: safe, rel: 'noopener noreferrer', target: '_blank' })
    : isolated('span', article.headline);
}

function quoted(quote) {
  const article = known.articles[quote.article];
  const where = [article.publisher, article.published].filter(Boolean).join(', ');
  return make('figure', null,
    isolated('blockquote', quote.text),
    make('figcaption', null, headline(article), where && isolated('span', where, { class: 'where' }),
      isolated('span', `confidence ${quote.confidence.toFixed(2)}, read by ${quote.by}`, { class: 'sure' })));
}

function facts(pairs) {
  return pairs.length && make('dl', null, ...pairs.flatMap(([name, value]) => [
    make('dt', { text: name }), isolated('dd', value)]));
}

// One relation with its sentences; the ends in `told` are named elsewhere and left out of its heading.
function relation(i, told, open) {
  const of = known.relations[i];
  const ends = [of.source, of.target].filter((key) => !told.includes(key));
  const name = (key) => ends.includes(key) && isolated('bdi', nameOf(key));
  const date = ends.map(dateOf).find(Boolean);
  const summary = make('summary', null, name(of.source), ' ', make('span', { class: 'type', text: of.words }), ' ',
    name(of.target), ' ', date && make('time', { text: date }));
  const body = make('details', { class: 'relation' }, summary, facts(of.facts), ...of.quotes.map(quoted),
    of.more > 0 && make('p', { class: 'note', text: `and ${of.more} more sentences in the store` }),
    ends.length > 0 && going(ends));
  body.open = open;
  return body;
}

const going = (keys) => make('p', { class: 'go' }, ...keys.map((key) => chooser(key, 'Go to ')));

function chooser(key, before) {
  return make('button', { type: 'button', 'data-key': key, click: () => choose(key, true) },
    before && make('span', { class: 'unseen', text: before }), isolated('bdi', nameOf(key)));
}

function fill(...children) {
  panel.replaceChildren(...children.filter(Boolean));
  panel.scrollTop = 0;
}

const kindOf = (key) => looks.kinds.find((kind) => kind.label === known.nodes[key].kind);

function badge(key) {
  const kind = kindOf(key);
  return make('span', { class: 'badge', 'data-kind': kind.label, text: kind.label });
}

function showNode(key) {
  const node = known.nodes[key];
  const mine = (relationsOf.get(key) || []).slice().sort((a, b) => when(b, key).localeCompare(when(a, key)));
  fill(closing(), badge(key), isolated('h2', node.name),
    node.aliases.length > 0 && make('p', { class: 'aliases' }, 'also ', isolated('span', node.aliases.join('; '))),
    facts(node.facts),
    make('h3', { text: mine.length === 1 ? '1 relation' : `${mine.length} relations` }),
    ...mine.slice(0, 300).map((i) => relation(i, [key], mine.length === 1)),
    mine.length > 300 && make('p', { class: 'note', text: `and ${mine.length - 300} more` }));
}

const dateOf = (key) => (known.nodes[key].facts.find(([name]) => name === 'date') || ['', ''])[1];

// The date of what a node is related to, so that the latest meetings come first.
function when(i, key) {
  const of = known.relations[i];
  return dateOf(of.source === key ? of.target : of.source);
}

function showLine(relations) {
  const [first] = relations;
  const { source, target } = known.relations[first];
  const told = (i) => (known.relations[i].source === source ? [source, target] : []);
  fill(closing(), make('h2', null, isolated('bdi', nameOf(source)), ' → ', isolated('bdi', nameOf(target))),
    ...relations.map((i) => relation(i, told(i), true)), going([source, target]));
}

function closing() {
  return make('button', { type: 'button', class: 'close', 'aria-label': 'Close', text: '×', click: () => choose(null, false) });
}

function showStart() {
  const lists = looks.kinds.map((kind) => {
    const keys = Object.keys(known.nodes).filter((key) => known.nodes[key].kind === kind.label);
    const list = make('details', { class: 'all' }, make('summary', { text: `${kind.many} (${keys.length})` }));
    list.addEventListener('toggle', () => {
      if (list.open && list.children.length === 1) {
        keys.sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
        list.append(make('ul', null, ...keys.map((key) => make('li', null, chooser(key)))));
      }
    });
    return keys.length && list;
  });
  fill(make('h2', { text: 'Every line has its sentence' }),
    make('p', { text: 'Choose a line to read the sentence that says so, or a name to see all that is known of it.' }),
    ...lists);
}
