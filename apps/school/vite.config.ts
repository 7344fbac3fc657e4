import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { pdfAssets } from '@dangjian/ui/vite/pdf-assets'

const server = process.env.API_ORIGIN ?? 'http://127.0.0.1:8080'
const proxy = { target: server, changeOrigin: false }

export default defineConfig({
  base: '/',
  publicDir: '../../packages/ui/public',
  plugins: [react(), pdfAssets()],
  build: {
    target: 'es2022',
    // Lowered for older browsers, `light-dark()` would take its colours from nowhere: Mantine sets the scheme at run time.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Making a schema changes nothing but itself: a page that needs only the words of a wing leaves its schemas behind.
    rolldownOptions: {
      treeshake: { manualPureFunctions: ['z', 'idSchema'] },
      // What every page loads comes in one part, and so do the pages that a learner opens first: a phone asks for few.
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 2 },
            { name: 'learner', test: /training[\\/](home|course)-page\.tsx$|app[\\/]tools\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/trpc': proxy, '/files': proxy, '^/certificates/.*\\.pdf$': proxy },
  },
})
