import { readRejections } from '../load/rejections.ts'
import { FileRefused } from '../model/file-refused.ts'
import { type ImportedFile, importFile } from '../pipeline.ts'
import { keepHeapSmall } from '../runtime/small-heap.ts'
import { counted } from './counted.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode, say, sayJson } from './terminal.ts'

interface Importing extends Surroundings {
  readonly json: boolean
}

/** Imports files one by one. A file that is refused, or a line that is rejected, makes the exit code 2; the rest stands. */
export async function importFiles(paths: readonly string[], around: Importing): Promise<ExitCode> {
  keepHeapSmall()
  let code: ExitCode = EXIT.done
  for (const path of paths) {
    const isWhole = await importOne(path, around)
    if (!isWhole) code = EXIT.wrongUse
  }
  return code
}

/** True when every line of the file was taken. */
async function importOne(path: string, around: Importing): Promise<boolean> {
  const { live, terminal, json } = around
  try {
    const imported = await importFile(path, live)
    await tell(imported, around)
    return imported.rejected === 0
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    if (json) sayJson(terminal.out, { file: error.file, refused: error.message })
    say(terminal.err, `${error.message}\n  Nothing of this file was taken.`)
    return false
  }
}

async function tell(imported: ImportedFile, { live, terminal, json }: Importing): Promise<void> {
  const { file, kind, lines, inserted, updated, unchanged, rejected, pageId } = imported
  // A line may make several rows, and several lines one: each adds up by itself.
  const ofLines = `${counted(lines, 'line')}: ${lines - rejected} accepted, ${rejected} rejected`
  const ofRows = `${counted(inserted, 'row')} new, ${updated} changed, ${unchanged} unchanged`
  if (json) sayJson(terminal.out, imported)
  else {
    say(terminal.out, `${file}: ${kind}, ${ofLines}; ${ofRows}`)
  }
  if (rejected === 0) return
  for await (const { line, reasons } of readRejections(live.db.reader, pageId)) {
    if (json) sayJson(terminal.out, { file, line, reasons })
    else say(terminal.err, `  ${file}:${line}: ${reasons.join('; ')}`)
  }
  say(
    terminal.err,
    '  Correct these lines and import the file again: what was accepted stays as it is.',
  )
}
