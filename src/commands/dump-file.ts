import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { makeFolder } from '../load/make-folder.ts'
import { OperatorError } from '../runtime/errors.ts'

/** Writes the lines of a dump, packed. The name is there only once the whole file is on the disk. */
export async function writeDumpFile(path: string, lines: Readable): Promise<void> {
  if (existsSync(path)) {
    lines.destroy()
    throw new OperatorError(`${path} is there already. Name a new file.`, { code: 'file-exists' })
  }
  const part = `${path}.part`
  await makeFolder(dirname(path))
  try {
    await pipeline(
      lines,
      async function* (each: AsyncIterable<string>) {
        for await (const line of each) yield `${line}\n`
      },
      createZstdCompress(),
      createWriteStream(part),
    )
    const file = await open(part)
    await file.sync()
    await file.close()
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** The lines of a dump file. A file that is damaged fails where it is. */
export async function* readDumpFile(path: string): AsyncIterable<string> {
  const file = createReadStream(path)
  await once(file, 'open').catch((cause: unknown) => {
    throw new OperatorError(`${path} cannot be read. Name a file that feastgap backup wrote.`, {
      code: 'file-unread',
      cause,
    })
  })
  const unpacked = createZstdDecompress()
  const read = pipeline(file, unpacked)
  read.catch(() => {})
  try {
    for await (const line of createInterface({ input: unpacked, crlfDelay: Infinity })) yield line
    await read
  } catch (cause) {
    throw new OperatorError(
      `${path} is no dump, or it is damaged. Nothing was restored; take another file that feastgap backup wrote.`,
      {
        code: 'file-damaged',
        cause,
      },
    )
  } finally {
    file.destroy()
  }
}
