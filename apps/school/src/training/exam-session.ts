import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { isAnswered, type AttemptId, type Response } from '@dangjian/domain/training'
import { client, isApiError } from '@dangjian/door/api'
import { refusalOf } from '@dangjian/door/word'
import { forgetPaper, keepPaper, readPaper } from './exam-queue.ts'
import { windowKey } from './window-key.ts'

type Shown = Awaited<ReturnType<typeof client.training.showAttempt.query>>

/** One answer as it stands here: what was given, how often changed, and up to which change the server has it. */
export interface AnswerHere {
  readonly response: Response
  readonly seq: number
  readonly savedSeq: number
}

const RETRY_MS = 3000
/** Typing is saved when it rests; a choice at once. */
const TYPING_MS = 900

/**
 * A paper being answered. Every change is kept on the device and brought to the server; a lost line holds nothing
 * back but the word 'saved'. `onOver` is told when time has run out; `look` asks the server how the paper stands.
 */
export function useExamSession(shown: Shown, onOver: () => void, look: () => Promise<unknown>) {
  const attemptId: AttemptId = shown.id
  const [answers, setAnswers] = useState(() => joined(shown))
  const [marked, setMarked] = useState<readonly number[]>(() => readPaper(attemptId).marked)
  const [savedAt, setSavedAt] = useState<number | null>(
    () => Math.max(0, ...shown.answers.map((each) => each.savedAt)) || null,
  )
  const [offline, setOffline] = useState(false)
  const [elsewhere, setElsewhere] = useState(!shown.heldHere)
  const now = useRef({ answers, busy: false, elsewhere, onOver, look })
  now.current.answers = answers
  now.current.elsewhere = elsewhere
  now.current.onOver = onOver
  now.current.look = look

  // What another window has done since: its answers are seen here, and what was not saved here is kept.
  useEffect(() => {
    setAnswers((all) => merged(shown, all))
    setElsewhere(!shown.heldHere)
  }, [shown])

  useEffect(() => {
    keepPaper(attemptId, {
      answers: Object.fromEntries([...answers].map(([slot, { response, seq }]) => [slot, { response, seq }])),
      marked,
    })
  }, [attemptId, answers, marked])

  const refused = useCallback((error: unknown): void => {
    const refusal = refusalOf(error)
    if (refusal === 'attempt-on-other-device') setElsewhere(true)
    if (refusal === 'attempt-on-other-device' || refusal === 'attempt-closed') void now.current.look()
    else if (refusal === 'attempt-time-over') now.current.onOver()
  }, [])

  const bring = useCallback(async (): Promise<void> => {
    const { current } = now
    if (current.busy || current.elsewhere) return
    current.busy = true
    try {
      for (;;) {
        const next = [...current.answers].find(([, { seq, savedSeq }]) => seq > savedSeq)
        if (!next) break
        const [slot, { response, seq }] = next
        const saved = await client.training.saveAnswer.mutate({ attemptId, slot, response, seq, device: windowKey() })
        setOffline(false)
        setSavedAt(saved.savedAt)
        const update = (all: ReadonlyMap<number, AnswerHere>) => {
          const here = all.get(slot)
          return here ? new Map(all).set(slot, { ...here, savedSeq: Math.max(here.savedSeq, seq, saved.seq) }) : all
        }
        current.answers = update(current.answers)
        setAnswers(update)
      }
    } catch (error) {
      if (refusalOf(error)) refused(error)
      else if (!isApiError(error) || !error.data) setOffline(true)
    } finally {
      current.busy = false
    }
  }, [attemptId, refused])

  const unsaved = [...answers].filter(([, { seq, savedSeq }]) => seq > savedSeq).map(([slot]) => slot)
  const pending = unsaved.length > 0
  useEffect(() => {
    if (!pending || elsewhere) return
    const timer = setInterval(() => void bring(), RETRY_MS)
    const back = () => void bring()
    window.addEventListener('online', back)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', back)
    }
  }, [pending, elsewhere, bring])

  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const answer = useCallback(
    (slot: number, response: Response) => {
      setAnswers((all) => {
        const here = all.get(slot)
        return new Map(all).set(slot, { response, seq: (here?.seq ?? 0) + 1, savedSeq: here?.savedSeq ?? 0 })
      })
      clearTimeout(typing.current)
      const typed = response !== null && 'written' in response
      typing.current = setTimeout(() => void bring(), typed ? TYPING_MS : 50)
    },
    [bring],
  )
  const toggleMark = useCallback((slot: number) => {
    setMarked((all) => (all.includes(slot) ? all.filter((each) => each !== slot) : [...all, slot]))
  }, [])

  const takeOver = async (): Promise<void> => {
    await client.training.takeOverAttempt.mutate({ attemptId, device: windowKey() })
    setElsewhere(false)
    now.current.elsewhere = false
    await look()
    void bring()
  }
  /** Hands in with what the server does not have yet. */
  const handIn = async () => {
    const rest = [...now.current.answers].filter(([, { seq, savedSeq }]) => seq > savedSeq)
    try {
      const closed = await client.training.closeAttempt.mutate({
        attemptId,
        device: windowKey(),
        answers: rest.map(([slot, { response, seq }]) => ({ slot, response, seq })),
      })
      forgetPaper(attemptId)
      return closed
    } catch (error) {
      refused(error)
      throw error
    }
  }
  /** Places without a whole answer; what cannot be saved from here is none yet. */
  const open = useMemo(() => {
    const isDone = ({ asked }: (typeof shown.questions)[number], slot: number): boolean => {
      const here = answers.get(slot)
      return here !== undefined && isAnswered(asked, here.response) && !(elsewhere && here.seq > here.savedSeq)
    }
    return shown.questions.flatMap((question, slot) => (isDone(question, slot) ? [] : [slot]))
  }, [shown.questions, answers, elsewhere])
  return { answers, answer, marked, toggleMark, unsaved, open, savedAt, offline, elsewhere, takeOver, handIn, bring }
}

export type ExamSession = ReturnType<typeof useExamSession>

/** What the server has, and what this device had not brought to it when the page was last here. */
function joined(shown: Shown): ReadonlyMap<number, AnswerHere> {
  const all = new Map<number, AnswerHere>(
    shown.answers.map(({ slot, response, seq }) => [slot, { response, seq, savedSeq: seq }]),
  )
  for (const [key, { response, seq }] of Object.entries(readPaper(shown.id).answers)) {
    const known = all.get(Number(key))
    if (seq > (known?.seq ?? 0)) all.set(Number(key), { response, seq, savedSeq: known?.seq ?? 0 })
  }
  return all
}

/** The server's answers beside those here: one that is not saved yet stays, as a later change than the server's. */
function merged(shown: Shown, here: ReadonlyMap<number, AnswerHere>): ReadonlyMap<number, AnswerHere> {
  const all = new Map(here)
  for (const { slot, response, seq } of shown.answers) {
    const known = all.get(slot)
    if (known && known.seq > known.savedSeq)
      all.set(slot, { ...known, seq: Math.max(known.seq, seq + 1), savedSeq: Math.max(known.savedSeq, seq) })
    else if (!known || seq > known.seq) all.set(slot, { response, seq, savedSeq: seq })
  }
  return all
}
