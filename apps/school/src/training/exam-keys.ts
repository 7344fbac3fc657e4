import { useEffect, useRef } from 'react'
import type { QuestionAsked } from '@dangjian/domain/training'
import type { ExamSession } from './exam-session.ts'

interface KeyOptions {
  readonly question: QuestionAsked | undefined
  readonly place: number
  readonly session: ExamSession
  readonly go: (place: number) => void
  /** Something lies over the paper: keys belong to it. */
  readonly idle: boolean
}

/** Letters and digits choose, left and right move, M marks. What is typed into a field stays typing. */
export function useExamKeys(options: KeyOptions): void {
  const latest = useRef(options)
  latest.current = options
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { question, place, session, go, idle } = latest.current
      if (idle || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === 'ArrowLeft') go(place - 1)
      else if (event.key === 'ArrowRight') go(place + 1)
      else if (event.key.toLowerCase() === 'm') session.toggleMark(place)
      else if (question && !session.elsewhere && placeOf(event.key, question) >= 0) choose(placeOf(event.key, question))
      else return
      event.preventDefault()

      function choose(index: number): void {
        if (question?.kind === 'judgement' && index < 2) session.answer(place, { judged: index === 0 })
        if (question?.kind !== 'single' && question?.kind !== 'multiple') return
        const key = question.options[index]?.key
        if (!key) return
        const given = session.answers.get(place)?.response ?? null
        const chosen = given !== null && 'chosen' in given ? given.chosen : []
        session.answer(place, { chosen: question.kind === 'single' ? [key] : toggled(chosen, key) })
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** Only a choice is made by keys; elsewhere they write. */
export function hasKeys(kind: QuestionAsked['kind']): boolean {
  return kind === 'single' || kind === 'multiple' || kind === 'judgement'
}

/** The option that a key stands for: by its letter where options have letters, by its digit everywhere; -1 for none. */
export function placeOf(key: string, question: QuestionAsked): number {
  if (!hasKeys(question.kind)) return -1
  if (/^[1-9]$/.test(key)) return Number(key) - 1
  return 'options' in question && /^[a-z]$/i.test(key) ? key.toUpperCase().charCodeAt(0) - 65 : -1
}

export function toggled(chosen: readonly string[], key: string): string[] {
  return chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key]
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox'
  return target instanceof HTMLTextAreaElement || target.isContentEditable || target.getAttribute('role') === 'option'
}
