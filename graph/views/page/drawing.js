// The drawing: vis-network with places from the file; nothing moves by itself.
const drawing = document.getElementById('drawing');
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const allNodes = read('nodes');
const allEdges = read('edges');
// The more lines there are, the fainter each.
const strength = Math.min(Math.max(0.75 * (200 / allEdges.length) ** 0.25, 0.25), 0.75);
let chosen = null;
let network = null;
let nodes = null;
let edges = null;

const paper = () => (dark.matches ? '#14181f' : '#ffffff');
const ink = () => (dark.matches ? '#e9ecf1' : '#1a1d23');

function faded(color, share) {
  return color + Math.round(share * 255).toString(16).padStart(2, '0');
}

// How a node looks: its kind's look, faint where something else is chosen.
function nodeLook(node, near) {
  const kind = looks.kinds.find((of) => of.label === node.group);
  const strong = !near || near.has(node.id);
  const share = strong ? 1 : dark.matches ? 0.1 : 0.16;
  const color = { background: faded(kind.fill, share), border: faded(kind.line, share) };
  // Names of what is near the chosen one are readable however far away it is drawn.
  const close = near && near.size <= 40 && strong ? 11 / network.getScale() : 0;
  const words = kind.shape === 'box' ? '#3a2600' : ink();
  return {
    id: node.id, shape: kind.shape, size: kind.size * Math.sqrt(node.scale), borderWidth: 1.5, borderWidthSelected: 3.5, margin: 8,
    color: { ...color, highlight: color, hover: color }, shapeProperties: { borderRadius: 5 },
    font: {
      size: Math.max(looks.font * node.scale, kind.shape === 'box' ? 0 : close), face: 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif',
      color: faded(kind.shape === 'box' && !strong ? ink() : words, strong ? 1 : 0.28),
      strokeWidth: kind.shape === 'box' || !strong ? 0 : 4, strokeColor: paper(), vadjust: kind.shape === 'box' ? 0 : -3,
    },
    hidden: hiddenKinds().has(node.group),
  };
}

function edgeLook(edge, near, hidden) {
  const line = looks.lines[edge.look];
  const strong = !near || near.lines.has(edge.id);
  const color = faded(line.color, strong ? (near ? 1 : strength) : 0.1);
  return {
    id: edge.id, width: line.width, dashes: line.dashes.length ? line.dashes : false, smooth: false, hoverWidth: 1.5, selectionWidth: 2,
    color: { color: color, highlight: line.color, hover: line.color },
    hidden: hidden.has(edge.from) || hidden.has(edge.to),
  };
}

function nearby() {
  if (!chosen) return null;
  const near = new Set();
  near.lines = new Set();
  for (const edge of allEdges) {
    if (chosen.line ? edge.id === chosen.line : edge.from === chosen.key || edge.to === chosen.key) {
      near.add(edge.from).add(edge.to);
      near.lines.add(edge.id);
    }
  }
  if (chosen.key) near.add(chosen.key);
  return near;
}

function refresh() {
  const near = nearby();
  const gone = hiddenKinds();
  const hidden = new Set(allNodes.filter((node) => gone.has(node.group)).map((node) => node.id));
  nodes.update(allNodes.map((node) => nodeLook(node, near)));
  edges.update(allEdges.map((edge) => edgeLook(edge, near, hidden)));
}

function choose(key, focus) {
  chosen = key ? { key: key } : null;
  closeSearch();
  refresh();
  network.unselectAll();
  if (!key) {
    showStart();
  } else {
    showNode(key);
    network.selectNodes([key], false);
    if (focus) {
      network.focus(key, { scale: Math.max(network.getScale(), 0.85), animation: false });
      panel.focus();
    }
  }
  document.body.classList.toggle('chosen', Boolean(chosen));
}

function chooseLine(id) {
  chosen = { line: id };
  refresh();
  showLine(allEdges.find((edge) => edge.id === id).relations);
  document.body.classList.add('chosen');
}

function draw() {
  const none = new Set();
  nodes = new vis.DataSet(allNodes.map((node) => ({ ...node, ...nodeLook(node, null) })));
  edges = new vis.DataSet(allEdges.map((edge) => ({ ...edge, ...edgeLook(edge, null, none) })));
  network = new vis.Network(drawing, { nodes: nodes, edges: edges }, read('options'));
  network.on('click', (at) => {
    if (at.nodes.length) choose(at.nodes[0], false);
    else if (at.edges.length) chooseLine(at.edges[0]);
    else choose(null, false);
  });
  network.on('hoverNode', () => { drawing.classList.add('over'); });
  network.on('hoverEdge', () => { drawing.classList.add('over'); });
  network.on('blurNode', () => { drawing.classList.remove('over'); });
  network.on('blurEdge', () => { drawing.classList.remove('over'); });
  whole();
  // On a phone part of it, legible, rather than all of it, too small to read.
  if (network.getScale() < 0.35 && looks.kinds[0].shape === 'box') network.moveTo({ scale: 0.5, animation: false });
  drawing.network = network;
}

function whole() {
  network.fit({ animation: false });
  zoom(1.03);
}

function zoom(by) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * by, 0.02), 6), animation: false });
}

function pan(x, y) {
  const at = network.getViewPosition();
  const scale = network.getScale();
  network.moveTo({ position: { x: at.x + x / scale, y: at.y + y / scale }, animation: false });
}

const keys = {
  ArrowLeft: () => pan(-80, 0), ArrowRight: () => pan(80, 0), ArrowUp: () => pan(0, -80), ArrowDown: () => pan(0, 80),
  '+': () => zoom(1.25), '=': () => zoom(1.25), '-': () => zoom(0.8), 0: whole,
};
drawing.addEventListener('keydown', (event) => {
  if (keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});
document.getElementById('closer').addEventListener('click', () => zoom(1.25));
document.getElementById('farther').addEventListener('click', () => zoom(0.8));
document.getElementById('whole').addEventListener('click', whole);
dark.addEventListener('change', () => { network.destroy(); draw(); refresh(); });

draw();
showStart();
// page.html#person:to-lam opens at that node.
function follow() {
  let wanted = '';
  try { wanted = decodeURIComponent(location.hash.slice(1)); } catch { /* no name of anything */ }
  if (Object.hasOwn(known.nodes, wanted)) choose(wanted, true);
}

window.addEventListener('hashchange', follow);
follow();
