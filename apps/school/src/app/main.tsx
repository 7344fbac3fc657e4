import '@dangjian/door/without-eval'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { UiProvider } from '@dangjian/ui/ui-provider'
import { queryClient } from '@dangjian/door/api'
import { router } from './routes.tsx'
import { useLanguage } from '@dangjian/door/language'

function School() {
  const { language, words } = useLanguage()
  return (
    <UiProvider language={language} words={words} density="airy">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </UiProvider>
  )
}

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')
createRoot(place).render(
  <StrictMode>
    <School />
  </StrictMode>,
)
