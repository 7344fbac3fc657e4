/** Of a small page this much, or of what is in sight this much. */
const HALF = 0.5

/** What a browser tells of a page in its frame. */
export interface Sight {
  readonly isIntersecting: boolean
  readonly intersectionRatio: number
  readonly intersectionRect: { readonly height: number }
  readonly rootBounds: { readonly height: number } | null
}

/**
 * A page counts as seen with half of it in sight, as a landscape page on a phone soon has, or when it fills half of
 * the frame, as a page enlarged does that never shows half of itself.
 */
export function isRead({ isIntersecting, intersectionRatio, intersectionRect, rootBounds }: Sight): boolean {
  if (!isIntersecting) return false
  return intersectionRatio >= HALF || (rootBounds !== null && intersectionRect.height >= rootBounds.height * HALF)
}
