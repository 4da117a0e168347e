import type { RobotBody } from './robot.ts'

export function bytesOf(text: string): number {
  return Buffer.byteLength(text)
}

/** Bytes of a body as it leaves. */
export function bodyBytes(body: RobotBody): number {
  return bytesOf(JSON.stringify(body))
}
