export type Texts = { readonly [key: string]: string | Texts }

/** The same keys, whatever the words. */
export type ShapeOf<T> = { readonly [K in keyof T]: T[K] extends string ? string : ShapeOf<T[K]> }

/**
 * A wing's phrases in both languages. A key that one of them lacks does not compile.
 * Placeholders are `{{name}}`; plurals are i18next's (`key_one`, `key_other`, in Chinese `key_other` alone would do,
 * but both languages carry the same keys).
 */
export function catalogue<const Z extends Texts>(texts: {
  readonly 'zh-CN': Z
  readonly en: NoInfer<ShapeOf<Z>>
}): {
  readonly 'zh-CN': ShapeOf<Z>
  readonly en: ShapeOf<Z>
} {
  return texts as { 'zh-CN': ShapeOf<Z>; en: ShapeOf<Z> }
}
