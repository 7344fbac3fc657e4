/**
 * Zod tries once a page whether it may compile code, which our content policy refuses and every browser then reports.
 * Told beforehand, it does not try. Imported before anything else; saying it through zod would bring zod along.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
