import { questionState } from './question-state.ts'

/** Puts a retired question into use again. */
export const reinstateQuestion = questionState('training.reinstate-question')
