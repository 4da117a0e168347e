import { readRejections } from '../load/rejections.ts'
import { FileRefused } from '../model/file-refused.ts'
import { type ImportedFile, importFile } from '../pipeline.ts'
import type { Live } from '../runtime/live.ts'
import { EXIT, type ExitCode, say, sayJson, type Terminal } from './terminal.ts'

/** Imports files one by one. A file that is refused, or a line that is rejected, makes the exit code 2; the rest stands. */
export async function importFiles(
  paths: readonly string[],
  { live, terminal, json }: { readonly live: Live; readonly terminal: Terminal; readonly json: boolean },
): Promise<ExitCode> {
  let code: ExitCode = EXIT.done
  for (const path of paths) {
    try {
      const imported = await importFile(path, live)
      if (imported.rejected > 0) code = EXIT.wrongUse
      await tell(imported, { live, terminal, json })
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error
      code = EXIT.wrongUse
      if (json) sayJson(terminal.out, { file: error.file, refused: error.message })
      say(terminal.err, `${error.message}\n  Nothing of this file was taken.`)
    }
  }
  return code
}

async function tell(
  imported: ImportedFile,
  { live, terminal, json }: { readonly live: Live; readonly terminal: Terminal; readonly json: boolean },
): Promise<void> {
  const { file, kind, lines, inserted, updated, unchanged, rejected, pageId } = imported
  if (json) sayJson(terminal.out, imported)
  else {
    const accepted = `${inserted + updated} accepted (${inserted} new, ${updated} changed)`
    say(terminal.out, `${file}: ${kind}, ${lines} lines: ${accepted}, ${unchanged} unchanged, ${rejected} rejected`)
  }
  if (rejected === 0) return
  for await (const { line, reasons } of readRejections(live.db.reader, pageId)) {
    if (json) sayJson(terminal.out, { file, line, reasons })
    else say(terminal.err, `  ${file}:${line}: ${reasons.join('; ')}`)
  }
  say(terminal.err, `  Correct these lines and import the file again: what was accepted stays as it is.`)
}
