import { CSV_KINDS } from '../../src/transform/kinds/registry.ts'
import { renderDocs } from '../../src/transform/kinds/render-docs.ts'

export function renderDataFiles(): string {
  return renderDocs(CSV_KINDS)
}
