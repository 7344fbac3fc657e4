import { v7 as uuidv7 } from 'uuid'
import type { Instant } from '@dangjian/domain/access'

let made = 0

/** An id as it would have been made at an instant: lists by id are in the order of what the demo tells. */
export function idAt<Id extends string>(at: Instant): Id {
  made += 1
  return uuidv7({ msecs: at, seq: made }) as Id
}
