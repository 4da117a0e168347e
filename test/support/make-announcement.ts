import type { AnnouncedEvent, Announcement } from '../../src/model/announced-event.ts'
import { readAnnouncement } from '../../src/transform/announcement/read-announcement.ts'

export function makeAnnouncement(title: string, body?: string): Announcement {
  return { id: '1', publishedAt: '2026-05-20T09:00:00+08:00', source: 'made-up', title, body }
}

export function eventsOf(title: string, body?: string): readonly AnnouncedEvent[] {
  return readAnnouncement(makeAnnouncement(title, body)).events
}
