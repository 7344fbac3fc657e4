import { electionStep } from './election-step.ts'

export const meetElection = electionStep('organisation.meet-election')
