import { questionState } from './question-state.ts'

/** Takes a question out of use: nothing draws it any more, and no new quiz can name it. */
export const retireQuestion = questionState('training.retire-question')
