/* Heads of sortable tables become buttons, and folded tables open for the printer. Without scripts the page is whole too. */
for (const table of document.querySelectorAll('[data-sortable] table')) {
  const heads = [...table.tHead.rows[0].cells]
  heads.forEach((head, column) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...head.childNodes)
    head.append(button)
    button.addEventListener('click', () => sort(table, heads, column))
  })
}

function sort(table, heads, column) {
  const body = table.tBodies[0]
  const cells = [...body.rows].map((row) => row.cells[column])
  const isNumber = cells.some((cell) => 'sort' in cell.dataset)
  const [first, second] = isNumber ? ['descending', 'ascending'] : ['ascending', 'descending']
  const direction = heads[column].getAttribute('aria-sort') === first ? second : first
  for (const head of heads) head.removeAttribute('aria-sort')
  heads[column].setAttribute('aria-sort', direction)
  const [known, lacking] = [[], []]
  for (const cell of cells) (isNumber && !('sort' in cell.dataset) ? lacking : known).push(cell)
  const sign = direction === 'ascending' ? 1 : -1
  known.sort((a, b) => sign * (isNumber ? a.dataset.sort - b.dataset.sort : byWords(a, b)))
  body.append(...[...known, ...lacking].map((cell) => cell.parentElement))
}

function byWords(a, b) {
  return a.textContent.localeCompare(b.textContent, document.documentElement.lang)
}

let opened = []
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open])')]
  for (const details of opened) details.open = true
})
addEventListener('afterprint', () => {
  for (const details of opened) details.open = false
})
