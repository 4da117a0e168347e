import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { timesOf } from '../support/drill.ts'
import { makeFolder } from '../support/folders.ts'
import {
  countCopies,
  makeSendingPlace,
  SENDING_DATABASES,
  type SendingPlace,
} from '../support/sending-processes.ts'
import { scriptSmtp } from '../support/smtp-script.ts'

const LONGEST_MS = 3_600_000

/** Nobody lives who could hold a lease; without this the next run would wait until it ran out. */
async function endLeases({ open }: SendingPlace): Promise<void> {
  await using db = await open()
  await sql`
    update delivery set lease_until = now() - interval '1 second' where lease_until is not null
  `.execute(db.reader)
}

describe.each(SENDING_DATABASES)('processes that send on $name', ({ name, address }) => {
  it('give each reader one letter of each edition when several send them at once', {
    timeout: LONGEST_MS,
  }, async () => {
    const processes = timesOf({ sample: 2, full: 4 })
    const editions = timesOf({ sample: 4, full: 100 })
    await using server = await scriptSmtp({})
    using folder = makeFolder()
    const place = await makeSendingPlace(folder, server, {
      address: await address(),
      editions,
      readers: 2,
    })
    const codes = await Promise.all(
      Array.from({ length: processes }, () => place.run(['send', '--edition', ...place.editions])),
    )
    expect(codes).toEqual(Array(processes).fill(0))
    await using db = await place.open()
    const letters = await countCopies(db, server)
    process.stdout.write(
      `${name}: ${processes} processes, ${editions} editions at once: ${server.whole.length} mails for ${letters.length} letters\n`,
    )
    expect(letters).toEqual(Array(editions * 2).fill({ stage: 'accepted', copies: 1 }))
    expect(server.whole).toHaveLength(editions * 2)
  })

  it('double nothing, lose nothing and call nothing accepted that is not when they are killed', {
    timeout: LONGEST_MS,
  }, async () => {
    const points = timesOf({ sample: 2, full: 50 })
    const readers = 4
    let hear: () => void = () => {}
    await using server = await scriptSmtp({ onStep: () => hear() })
    using folder = makeFolder()
    const place = await makeSendingPlace(folder, server, {
      address: await address(),
      editions: points,
      readers,
    })
    // Greeting, then sender, recipient, DATA, first line and dot of each letter.
    const steps = 1 + readers * 5
    let killed = 0
    for (const [index, edition] of place.editions.entries()) {
      const at = 1 + Math.floor((index * steps) / points)
      // Before the answer to a step, or just after it.
      const moment = index % 2 === 0 ? 'before' : 'after'
      const ended = await place.run(['send', '--edition', edition], (kill) => {
        hear = killerAt(at, moment, kill)
      })
      hear = () => {}
      if (ended === 'SIGKILL') killed += 1
    }
    await endLeases(place)
    await place.run(['send', '--edition', ...place.editions])
    await using db = await place.open()
    const letters = await countCopies(db, server)
    const count = {
      points: killed,
      doubled: letters.filter(({ copies }) => copies > 1).length,
      'falsely accepted': letters.filter(
        ({ stage, copies }) => stage === 'accepted' && copies !== 1,
      ).length,
      unknown: letters.filter(({ stage }) => stage === 'unknown').length,
      accepted: letters.filter(({ stage }) => stage === 'accepted').length,
    }
    process.stdout.write(
      `${name}: kill -9 within sends of ${readers} letters: ${JSON.stringify(count)}\n`,
    )
    expect(count).toMatchObject({ points, doubled: 0, 'falsely accepted': 0 })
    // At most the one that was in hand of each; all others arrived.
    expect(count.unknown).toBeLessThanOrEqual(points)
    expect(count.accepted + count.unknown).toBe(points * readers)
  })
})

/** Counts steps and kills at one of them. */
function killerAt(at: number, moment: 'before' | 'after', kill: () => void): () => void {
  let heard = 0
  return () => {
    heard += 1
    if (heard !== at) return
    if (moment === 'before') kill()
    else setTimeout(kill, 1)
  }
}
