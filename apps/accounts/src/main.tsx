import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { readSettings } from './settings.ts'
import '@usher/react/styles.css'
import './accounts.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')

createRoot(root).render(
  <StrictMode>
    <App settings={readSettings(document)} />
  </StrictMode>,
)
