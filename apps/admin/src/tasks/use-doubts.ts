import { useMemo, useState } from 'react'
import { doubtsOf, parseOutline, type PlanDoubt, type PlanOutline } from '@dangjian/domain/tasks'

const none: readonly PlanDoubt[] = []
const nameOf = ({ code, at }: PlanDoubt) => `${code} ${at}`

/** The doubts about an outline that are neither mended nor looked at and found right. */
export function useDoubts(source: string, outline: PlanOutline, asked: boolean) {
  const warnings = useMemo(() => {
    const parsed = parseOutline(source)
    return parsed.ok ? parsed.value.warnings : []
  }, [source])
  const [fine, setFine] = useState<ReadonlySet<string>>(new Set())
  const [at, setAt] = useState(0)
  const open = useMemo(
    () => (asked ? doubtsOf(outline, warnings).filter((doubt) => !fine.has(nameOf(doubt))) : none),
    [asked, fine, outline, warnings],
  )
  const index = Math.min(at, Math.max(0, open.length - 1))
  return {
    open,
    at: index,
    goTo: setAt,
    settle: () => {
      const doubt = open[index]
      if (doubt) setFine((all) => new Set([...all, nameOf(doubt)]))
    },
  }
}
