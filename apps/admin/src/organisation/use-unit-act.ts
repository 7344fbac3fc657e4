import { useMutation, type MutationFunction } from '@tanstack/react-query'
import { notify } from '@dangjian/ui/notify'
import { refusalOf } from '@dangjian/door/word'
import { refreshOrganisation } from './organisation-data.ts'

/**
 * An act on a unit: when done, says so and puts the form away. When somebody else was first, the page is read anew
 * beneath the form, so that the next try is made on what they left; what was typed stays.
 */
export function useUnitAct<Input>(options: {
  readonly send: MutationFunction<unknown, Input>
  readonly done: (input: Input) => string
  readonly onClose: () => void
}) {
  return useMutation<unknown, Error, Input>({
    mutationFn: options.send,
    onSuccess: async (_answer, input) => {
      await refreshOrganisation()
      notify({ text: options.done(input) })
      options.onClose()
    },
    onError: (error) => {
      if (refusalOf(error) === 'edited-meanwhile') void refreshOrganisation()
    },
  })
}
