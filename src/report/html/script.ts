/**
 * The filter is a help and no need: without script every row stands there. It hides rows that lack one of the words typed, and the
 * headings under which nothing is left.
 */
export const SCRIPT = `
(() => {
  const box = document.getElementById('search');
  const field = box.querySelector('input');
  const told = box.querySelector('output');
  const rows = [...document.querySelectorAll('main tbody tr:not(.group), main li, main dl > div')].map((node) => [node, node.textContent.toLowerCase()]);
  const tables = [...document.querySelectorAll('main .table')];
  const filter = () => {
    const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const [node, text] of rows) {
      node.hidden = !words.every((word) => text.includes(word));
      if (!node.hidden) shown += 1;
    }
    for (const table of tables) {
      const left = table.querySelector('tbody tr:not(.group):not([hidden])');
      table.hidden = words.length > 0 && left === null;
    }
    told.textContent = words.length === 0 ? '' : told.dataset.says.replace('#', String(shown));
  };
  box.hidden = false;
  field.addEventListener('input', filter);
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== field) { event.preventDefault(); field.focus(); }
    if (event.key === 'Escape' && document.activeElement === field) { field.value = ''; filter(); }
  });
  addEventListener('beforeprint', () => { field.value = ''; filter(); });
})();
`;
